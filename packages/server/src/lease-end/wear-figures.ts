import type { WearFigures } from '@roadbook/api/schema/wear';
import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { z } from 'zod';
import { onWire } from '../operation/on-wire.ts';

/** An estimate as it travels: findings by their ids, because the walk has the rest of them. */
export function wearFigures(estimate: WearEstimate): z.output<typeof WearFigures> {
  const { guide, charges, on, findings, total, beforeWaiversCents, range } = estimate;
  return onWire({
    guide,
    charges,
    on,
    findings: findings.map(({ finding, ...rest }) => ({ findingId: finding.id, ...rest })),
    total,
    beforeWaiversCents,
    range,
  });
}
