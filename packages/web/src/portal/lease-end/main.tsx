import '../../shared/style/tokens.css';
import '../../shared/style/base.css';
import '../../shared/copy/lease-end/planner-copy.ts';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { followChanges, leaveKeptAlone, takeUpKept } from '../../lease-end/keep/kept-here.ts';
import { planFromFragment } from '../../lease-end/keep/plan-link.ts';
import { changePlan } from '../../lease-end/plan-store.ts';
import { LinkNotice } from './link-notice.tsx';
import { keepForOffline } from './offline/keep-for-offline.ts';
import { PlannerApp } from './planner-app.tsx';

/** The lender's name and numbers around the planner were written by the server; they stay. */
const root = document.getElementById('planner');
if (root === null) throw new Error('the page has no place for the planner');

const screen = createRoot(root);

/**
 * A plan in the address is read once and taken out of it, so that it stays in no history. What
 * this browser keeps is left as it is: a link is a look, until its reader keeps it.
 */
function openLink(): boolean {
  const linked = planFromFragment(location.hash);
  if (linked === null) return false;
  history.replaceState(null, '', location.pathname + location.search);
  leaveKeptAlone();
  if (linked.outcome === 'read') changePlan(linked.state);
  draw(linked.outcome === 'unread' ? linked.field : null);
  return true;
}

function draw(oddField: string | null): void {
  // The page was there before: who stands on one of its links stays on it.
  const held = root?.contains(document.activeElement) ? document.activeElement : null;
  flushSync(() => render(oddField));
  const href = held?.getAttribute('href') ?? null;
  if (href === null || held?.isConnected === true) return;
  root?.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`)?.focus();
}

function render(oddField: string | null): void {
  screen.render(
    <StrictMode>
      {oddField === null ? null : <LinkNotice field={oddField} />}
      <PlannerApp />
    </StrictMode>,
  );
}

if (!openLink()) {
  takeUpKept(localStorage);
  draw(null);
}
followChanges(localStorage);
addEventListener('hashchange', openLink);
keepForOffline();
