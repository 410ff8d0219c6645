import type { BusinessDate } from '../time/calendar.ts';
import type { Contract } from './contract.ts';
import type { Outcome } from './decision.ts';
import type { Hold, HoldKind } from './hold.ts';
import { begin, record } from './record.ts';
import { refuse } from './refusal.ts';

/** Places a hold. The same kind twice at once is refused: lift the first one. */
export function placeHold(contract: Contract, hold: Hold, businessDate: BusinessDate): Outcome {
  const same = contract.holds.find(
    ({ kind, until }) => kind === hold.kind && (until === null || until > businessDate),
  );
  if (same !== undefined) return refuse('hold-already-placed', { hold: hold.kind });
  const data = { hold: hold.kind, from: hold.from, until: hold.until ?? '' };
  const step = record(
    begin(contract),
    {
      kind: 'hold-placed',
      effectiveDate: businessDate,
      postings: [],
      memo: { ...data, evidence: hold.evidence, decidedBy: hold.decidedBy },
      events: [{ kind: 'hold-placed', data }],
    },
    { holds: [...contract.holds, hold] },
  );
  return { outcome: 'decided', entries: step.entries, receipt: data };
}

/** Ends a hold as of a business day; it stays on record. */
export function liftHold(contract: Contract, kind: HoldKind, businessDate: BusinessDate): Outcome {
  const inForce = (hold: Hold): boolean =>
    hold.kind === kind && (hold.until === null || hold.until > businessDate);
  if (!contract.holds.some(inForce)) return refuse('hold-not-found', { hold: kind });
  const holds = contract.holds.map((hold) =>
    inForce(hold) ? { ...hold, until: businessDate } : hold,
  );
  const data = { hold: kind, until: businessDate };
  const step = record(
    begin(contract),
    {
      kind: 'hold-lifted',
      effectiveDate: businessDate,
      postings: [],
      memo: data,
      events: [{ kind: 'hold-lifted', data }],
    },
    { holds },
  );
  return { outcome: 'decided', entries: step.entries, receipt: data };
}
