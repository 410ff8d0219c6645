import type { Hold } from '../src/contract/hold.ts';
import type { BusinessDate } from '../src/time/calendar.ts';

/**
 * The holds of a case table's cell: a kind, its first day and, if it ends, the day it is lifted;
 * or `-`.
 */
export function holdsOf(cell: string): readonly Hold[] {
  if (cell === '-') return [];
  const [kind, from, until] = cell.split(' ');
  return [
    {
      kind: kind as Hold['kind'],
      from: from as BusinessDate,
      until: (until as BusinessDate | undefined) ?? null,
      party: null,
      evidence: 'e',
      decidedBy: 's',
    },
  ];
}
