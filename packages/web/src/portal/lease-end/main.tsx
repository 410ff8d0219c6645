import '../../shared/style/tokens.css';
import '../../shared/style/base.css';
import '../../shared/copy/planner-copy.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followChanges, takeUpKept } from './keep/kept-here.ts';
import { planFromFragment } from './keep/plan-link.ts';
import { LinkNotice } from './link-notice.tsx';
import { keepForOffline } from './offline/keep-for-offline.ts';
import { changePlan } from './plan-store.ts';
import { PlannerApp } from './planner-app.tsx';

/** The lender's name and numbers around the planner were written by the server; they stay. */
const root = document.getElementById('planner');
if (root === null) throw new Error('the page has no place for the planner');

// A plan in the address is read once and taken out of it, so that it stays in no history. What
// this browser keeps is left as it is: a link is a look, until its reader changes something.
const linked = planFromFragment(location.hash);
if (linked === null) takeUpKept(localStorage);
else history.replaceState(null, '', location.pathname + location.search);
if (linked?.outcome === 'read') changePlan(linked.state);
followChanges(localStorage);

createRoot(root).render(
  <StrictMode>
    {linked?.outcome === 'unread' ? <LinkNotice field={linked.field} /> : null}
    <PlannerApp />
  </StrictMode>,
);
keepForOffline();
