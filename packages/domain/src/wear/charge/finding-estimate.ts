import { atLeastZero, type Cents, maxCents, minCents } from '../../money/cents.ts';
import { partOf, type RuleCitation } from '../guide/judge-finding.ts';
import { ASSUMPTIONS, lacksMeasure } from '../walk/assumed-sizes.ts';
import type { Finding } from '../walk/condition-report.ts';
import { damageCode, type Severity, severityOf } from '../walk/damage-code.ts';
import type { ChargedFinding } from './charge-findings.ts';
import { type Advice, type AdviceReason, fixOrPay } from './fix-or-pay.ts';
import type { PricedWalk, WearBasis } from './price-walk.ts';
import { netsAfterRepair } from './repair-nets.ts';

export const VERDICTS = ['ordinary', 'chargeable', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the guide, the table and the waivers say about one finding. */
export type FindingEstimate = {
  readonly finding: Finding;
  /** Unknown where a missing measure decides. */
  readonly verdict: Verdict;
  /** The rule that decided, or would in the likely case; null where the guide is silent. */
  readonly rule: RuleCitation | null;
  /** The inspectors' code and its severity, as far as they are known. */
  readonly code: string | null;
  readonly severity: Severity | null;
  /** The charge before waivers. Where a measure is missing, the least that the guide charges. */
  readonly chargeCents: Cents;
  readonly chargeLowCents: Cents;
  readonly chargeHighCents: Cents;
  /** What waivers take off `chargeCents`. */
  readonly waivedCents: Cents;
  /** What the customer would owe less if this alone were repaired, after waivers. */
  readonly savesCents: Cents;
  /** What a shop typically asks for the repair, all marks together. */
  readonly repairLowCents: Cents;
  readonly repairHighCents: Cents;
  /** The finding whose price already replaces this part. */
  readonly includedIn: string | null;
  readonly advice: Advice;
  readonly reason: AdviceReason;
};

/** The same walk under each assumption about missing measures. */
export type WalkPrices = Readonly<Record<(typeof ASSUMPTIONS)[number], PricedWalk>>;

/** Estimates every finding of a walk. */
export function estimateFindings(
  findings: readonly Finding[],
  prices: WalkPrices,
  basis: WearBasis,
): FindingEstimate[] {
  const nets: Nets = {
    least: netsAfterRepair(findings, prices.least, basis, 'least'),
    likely: netsAfterRepair(findings, prices.likely, basis, 'likely'),
    most: netsAfterRepair(findings, prices.most, basis, 'most'),
  };
  return findings.map((finding, index) => estimateFinding(finding, index, { prices, nets, basis }));
}

/** What is owed once each finding alone is repaired, under each assumption. */
type Nets = Readonly<Record<(typeof ASSUMPTIONS)[number], readonly Cents[]>>;

type Reckoned = {
  readonly prices: WalkPrices;
  readonly nets: Nets;
  readonly basis: WearBasis;
};

function estimateFinding(
  finding: Finding,
  index: number,
  { prices, nets, basis }: Reckoned,
): FindingEstimate {
  const charged = ASSUMPTIONS.map((each) => at(prices[each].charged, index));
  const likely = at(prices.likely.charged, index);
  const savings = ASSUMPTIONS.map((each) => {
    const left = at(nets[each], index);
    return { each, cents: atLeastZero(prices[each].netCents - left) };
  });
  const saves = savings.map(({ cents }) => cents);
  const repair = {
    repairLowCents: charged.map((each) => times(each) * each.price.repairLowCents).reduce(minCents),
    repairHighCents: charged
      .map((each) => times(each) * each.price.repairHighCents)
      .reduce(maxCents),
  };
  const amounts = charged.map((each) => each.chargeCents);
  return {
    finding,
    verdict: verdictOf(charged),
    rule: likely.judgement.rule,
    code: damageCode(finding, partOf(finding)),
    severity: severityOf(finding),
    chargeCents: likely.chargeCents,
    chargeLowCents: amounts.reduce(minCents),
    chargeHighCents: amounts.reduce(maxCents),
    waivedCents: at(prices.likely.waived.waivedCents, index),
    savesCents: savings.find(({ each }) => each === 'likely')?.cents ?? 0n,
    ...repair,
    includedIn: likely.includedIn,
    ...fixOrPay({
      savesLowCents: saves.reduce(minCents),
      savesHighCents: saves.reduce(maxCents),
      ...repair,
      chargeable: charged.some((each) => each.judgement.chargeable),
      sizeKnown: !lacksMeasure(basis.guide, finding, basis.on),
      includedInAnother: likely.includedIn !== null,
    }),
  };
}

/** Chargeable or ordinary when it is so however the missing measures turn out. */
function verdictOf(charged: readonly ChargedFinding[]): Verdict {
  if (charged.every((each) => each.judgement.chargeable)) return 'chargeable';
  return charged.some((each) => each.judgement.chargeable) ? 'unknown' : 'ordinary';
}

/** How many repairs a finding takes. */
function times({ finding, price }: ChargedFinding): bigint {
  return price.per === 'part' ? 1n : BigInt(finding.count);
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError('every finding of a walk is priced');
  return found;
}
