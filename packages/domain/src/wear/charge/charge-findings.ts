import type { Cents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import { countMarks } from '../guide/count-marks.ts';
import type { WearGuide } from '../guide/guide.ts';
import { type Judgement, judgeFinding, partOf } from '../guide/judge-finding.ts';
import type { PartKind } from '../walk/car-part.ts';
import type { Finding } from '../walk/condition-report.ts';
import { type Severity, severityOfSize } from '../walk/damage-code.ts';
import { measuredBy } from '../walk/damage-type.ts';
import { type ChargeRow, type ChargeTable, priceOf } from './charge-table.ts';

/** A finding whose measures are all known, with its verdict and its price. */
export type ChargedFinding = {
  readonly finding: Finding;
  readonly kind: PartKind;
  readonly judgement: Judgement;
  readonly price: ChargeRow;
  readonly eachCents: Cents;
  /** How many times the price is charged: 0 where it is not. */
  readonly times: number;
  readonly chargeCents: Cents;
  /** The finding that carries the price of the part they share; null where it carries its own. */
  readonly includedIn: string | null;
};

/** The severity under which a finding is priced: the smallest one where size says nothing. */
export function pricedSeverity(finding: Finding): Severity {
  if (finding.damage === 'missing') return 6;
  return measuredBy(finding.damage) === 'size' ? severityOfSize(finding.sizeMils ?? 0) : 1;
}

/**
 * Judges and prices findings whose measures are all known. A part that has to be replaced is
 * charged once, to the finding with the highest price for it.
 */
export function chargeFindings(
  findings: readonly Finding[],
  guide: WearGuide,
  charges: ChargeTable,
  on: BusinessDate,
): ChargedFinding[] {
  const counts = countMarks(findings);
  const judged = findings.map((finding) => {
    const judgement = judgeFinding(guide, finding, counts, on);
    return { finding, judgement, price: priceFor(charges, finding) };
  });
  const carriers = new Map<string, { id: string; cents: Cents }>();
  for (const { finding, judgement, price } of judged) {
    const carrier = carriers.get(finding.partId);
    const more = carrier === undefined || price.chargeCents > carrier.cents;
    if (judgement.chargeable && price.per === 'part' && more) {
      carriers.set(finding.partId, { id: finding.id, cents: price.chargeCents });
    }
  }
  return judged.map(({ finding, judgement, price }) => {
    const shared = judgement.chargeable && price.per === 'part';
    const carrier = shared ? carriers.get(finding.partId)?.id : finding.id;
    const includedIn = carrier === undefined || carrier === finding.id ? null : carrier;
    const times = timesCharged(finding, price, judgement.chargeable && includedIn === null);
    return {
      finding,
      kind: partOf(finding).kind,
      judgement,
      price,
      eachCents: price.chargeCents,
      times,
      chargeCents: price.chargeCents * BigInt(times),
      includedIn,
    };
  });
}

/** A charge as waivers see it, charged so many times. */
export function waivableOf({ finding, kind, eachCents }: ChargedFinding, times: number) {
  return { kind, damage: finding.damage, eachCents, times };
}

function timesCharged(finding: Finding, price: ChargeRow, charged: boolean): number {
  if (!charged) return 0;
  return price.per === 'part' ? 1 : finding.count;
}

/** The price of a finding. A table without it was never checked: a bug, and it throws. */
function priceFor(charges: ChargeTable, finding: Finding): ChargeRow {
  const price = priceOf(charges, partOf(finding), finding.damage, pricedSeverity(finding));
  if (price === null) {
    throw new RangeError(`${charges.id} has no price for ${finding.damage} of ${finding.partId}`);
  }
  return price;
}
