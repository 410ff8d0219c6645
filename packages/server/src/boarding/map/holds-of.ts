import type { Hold, HoldKind } from '@roadbook/domain/contract/hold';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type Finding, reviewHold } from '../check/finding.ts';
import { codes, flag, type Stated } from '../read/schema/ex102-record.ts';

/** `terminationIndicator` of a lease whose car was repossessed. */
const REPOSSESSED = '3';

/**
 * The holds a contract boards with: those that the file names, a repossession that it tells of, and
 * one until a person has decided what was found. They stop from the first day what they stop.
 */
export function holdsOf(
  record: Stated,
  findings: readonly Finding[],
  from: BusinessDate,
): readonly Hold[] {
  const named = new Map<HoldKind, string>();
  for (const kind of codes(record, 'holds')) named.set(kind as HoldKind, 'holds');
  const isRepossessed =
    record.product === 'loan'
      ? flag(record, 'repossessedIndicator') === true
      : codes(record, 'terminationIndicator').includes(REPOSSESSED);
  if (isRepossessed && !named.has('repossession')) {
    const element = record.product === 'loan' ? 'repossessedIndicator' : 'terminationIndicator';
    named.set('repossession', element);
  }
  const stated = [...named].map(
    ([kind, element]): Hold => ({
      kind,
      from,
      until: null,
      party: null,
      evidence: `boarding file: ${element}`,
      decidedBy: 'boarding',
    }),
  );
  return [...stated, ...reviewHold(findings, from).filter(({ kind }) => !named.has(kind))];
}
