import { type Cents, sumCents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import type { WearGuide } from '../guide/guide.ts';
import { type Assumption, assumeSizes } from '../walk/assumed-sizes.ts';
import type { Finding } from '../walk/condition-report.ts';
import { type ChargedFinding, chargeFindings, waivableOf } from './charge-findings.ts';
import type { ChargeTable } from './charge-table.ts';
import { applyWaivers, type WaiversApplied, type WearWaiver } from './waiver.ts';

/** What a walk is priced by: the lender's data, and the day on which the car is given back. */
export type WearBasis = {
  readonly guide: WearGuide;
  readonly charges: ChargeTable;
  readonly waivers: readonly WearWaiver[];
  readonly on: BusinessDate;
};

/** All findings of a walk priced under one assumption about missing measures. */
export type PricedWalk = {
  readonly charged: readonly ChargedFinding[];
  readonly waived: WaiversApplied;
  /** Before waivers and after. */
  readonly grossCents: Cents;
  readonly netCents: Cents;
};

export function priceWalk(
  findings: readonly Finding[],
  { guide, charges, waivers, on }: WearBasis,
  assumption: Assumption,
): PricedWalk {
  const measured = assumeSizes(guide, findings, on, assumption);
  const charged = chargeFindings(measured, guide, charges, on).map((each, index) =>
    each.finding === findings[index] ? each : withoutAssumed(each),
  );
  const waived = applyWaivers(
    charged.map((each) => waivableOf(each, each.times)),
    waivers,
    on,
  );
  const grossCents = sumCents(charged.map((each) => each.chargeCents));
  return { charged, waived, grossCents, netCents: grossCents - waived.totalCents };
}

/** An assumed measure is nobody's reading and is not cited as one. */
function withoutAssumed(charged: ChargedFinding): ChargedFinding {
  const { chargeable, rule } = charged.judgement;
  if (rule === null || rule.unit === 'count') return charged;
  return { ...charged, judgement: { chargeable, rule: { ...rule, measured: null } } };
}
