import type { Standing } from '@roadbook/domain/payment/standing/standing';
import { wireBreakdown } from './breakdown.ts';
import { onWire } from './on-wire.ts';

/** Where a customer stands, as it travels. */
export function wireStanding(standing: Standing) {
  const { due, owed, toCome, ...rest } = standing;
  return {
    ...onWire(rest),
    due: wireBreakdown(due),
    owed: wireBreakdown(owed),
    toCome: toCome === null ? null : { ...toCome, cents: toCome.cents.toString() },
  };
}
