import type { LeaveAction } from '@roadbook/domain/lease-end/ways-out/leave-plan';
import { t } from '../../shared/copy/copy.ts';
import { likelyOf } from '../../shared/format/about.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatDate } from '../../shared/format/date.ts';
import { nameOfRepair } from './car-words.ts';

/** What a step to leave for less asks of the person, as a sentence with a verb. */
export function actionWords({ kind, facts }: LeaveAction): string {
  const shown = shownFacts(facts);
  const what = kind === 'repair' ? nameOfRepair(facts) : null;
  if (what === null) return t(`action.${kind}`, shown);
  // What is missing cannot be mended.
  const key = facts.damage === 'missing' ? 'action.replace-named' : 'action.repair-named';
  return t(key, { ...shown, what });
}

/** What the step saves, or may save where it could also cost more than it brings. */
export function savingWords({ saves }: LeaveAction): string {
  const key = saves.lowCents < 0n ? 'leave.may-save' : 'leave.saves';
  return t(key, { amount: likelyOf(saves) });
}

function shownFacts(facts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (/cents$/i.test(name)) return [name, formatCents(value)];
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [name, formatDate(value)];
      return [name, value.replace(/\B(?=(\d{3})+$)/g, ',')];
    }),
  );
}
