import { type Cents, sumCents } from '../../money/cents.ts';
import { countMarks, type MarksOfPart, marksOfPart, withoutMarks } from '../guide/count-marks.ts';
import { breaksCount, judgeFinding } from '../guide/judge-finding.ts';
import type { Assumption } from '../walk/assumed-sizes.ts';
import type { Finding } from '../walk/condition-report.ts';
import { type ChargedFinding, waivableOf } from './charge-findings.ts';
import { type PricedWalk, priceWalk, type WearBasis } from './price-walk.ts';
import { coversOf, liveWaivers, type WearWaiver, waivedOf } from './waiver.ts';

/** Charges added up: before waivers, and what each waiver would pay if none ran out. */
type Sums = { readonly grossCents: Cents; readonly coveredCents: readonly Cents[] };

/** What a part is charged for: its marks one by one, and its replacement. */
type PartSums = { readonly own: readonly Sums[]; readonly each: Sums; readonly part: Sums };

/**
 * What is owed after waivers once each finding alone is repaired, in the order of the findings. A
 * repair changes the charges of its own part and no other, so each part is looked at by itself, and
 * once for every way in which its counted rules turn out: the work grows with the number of
 * findings. Only where an earlier of several waivers runs out is the whole walk priced again.
 */
export function netsAfterRepair(
  findings: readonly Finding[],
  priced: PricedWalk,
  basis: WearBasis,
  assumption: Assumption,
): Cents[] {
  const waivers = liveWaivers(basis.waivers, basis.on);
  const nets: Cents[] = priced.charged.map(() => priced.netCents);
  const all = addUp(priced.charged.map((each) => sumsOf(each, each.times, waivers)));
  for (const [partId, indexes] of byPart(priced.charged)) {
    const group = indexes.map((index) => priced.charged[index] as ChargedFinding);
    const part = partAfterRepairs(partId, group, basis, waivers);
    const others = minus(all, part.before);
    for (const [place, index] of indexes.entries()) {
      const { left, removed } = part.without(place);
      const { grossCents, coveredCents } = addUp([others, left]);
      const waived = waivedOf(coveredCents, waivers);
      nets[index] =
        waived === null
          ? netWithout(findings, new Set(removed.map((each) => indexes[each])), basis, assumption)
          : grossCents - waived;
    }
  }
  return nets;
}

function netWithout(
  findings: readonly Finding[],
  removed: ReadonlySet<number | undefined>,
  basis: WearBasis,
  assumption: Assumption,
): Cents {
  const rest = findings.filter((_, index) => !removed.has(index));
  return priceWalk(rest, basis, assumption).netCents;
}

/** The findings of one part, and what the part costs after the repair of one of them. */
function partAfterRepairs(
  partId: string,
  group: readonly ChargedFinding[],
  { guide, on }: WearBasis,
  waivers: readonly WearWaiver[],
) {
  const measured = group.map(({ finding }) => finding);
  const marks = marksOfPart(countMarks(measured), partId);
  const replacing = group.flatMap(({ price }, place) => (price.per === 'part' ? [place] : []));
  const alone = measured.map((each) => judgeFinding(guide, each, new Map(), on).chargeable);
  const kinds = new Map(measured.map((each) => [kindOf(each), each]));
  const known = new Map<string, PartSums>();
  /** The part's charges when it has these marks left, no finding of it being taken out. */
  const sumsUnder = (left: MarksOfPart): PartSums => {
    const broken = new Set<string>();
    for (const [kind, finding] of kinds) {
      if (breaksCount(guide, finding, left, on)) broken.add(kind);
    }
    const key = [...broken].join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const charged = group.filter(
      ({ finding }, place) => alone[place] === true || broken.has(kindOf(finding)),
    );
    const sums = partSums(group, new Set(charged), waivers);
    known.set(key, sums);
    return sums;
  };
  const whole = sumsUnder(marks);
  const withoutReplaced = sumsUnder(
    withoutMarks(
      marks,
      replacing.map((place) => measured[place] as Finding),
    ),
  );
  return {
    before: addUp([whole.each, whole.part]),
    without: (place: number): { left: Sums; removed: readonly number[] } => {
      // A new part has no old marks of those that it is replaced for.
      if (group[place]?.price.per === 'part')
        return { left: withoutReplaced.each, removed: replacing };
      const { own, each, part } = sumsUnder(withoutMarks(marks, [measured[place] as Finding]));
      return { left: minus(addUp([each, part]), own[place] as Sums), removed: [place] };
    },
  };
}

/** Findings of one part that the same rules look at. */
function kindOf({ damage, inDriversView }: Finding): string {
  return `${damage}:${inDriversView}`;
}

function partSums(
  group: readonly ChargedFinding[],
  charged: ReadonlySet<ChargedFinding>,
  waivers: readonly WearWaiver[],
): PartSums {
  let carrier: ChargedFinding | null = null;
  const own = group.map((each) => {
    const isCharged = charged.has(each);
    if (each.price.per === 'each') return sumsOf(each, isCharged ? each.finding.count : 0, waivers);
    if (isCharged && (carrier === null || each.eachCents > carrier.eachCents)) carrier = each;
    return sumsOf(each, 0, waivers);
  });
  const nothing = addUp([sumsOf(group[0] as ChargedFinding, 0, waivers)]);
  return {
    own,
    each: addUp([nothing, ...own]),
    part: carrier === null ? nothing : sumsOf(carrier, 1, waivers),
  };
}

function sumsOf(charged: ChargedFinding, times: number, waivers: readonly WearWaiver[]): Sums {
  const charge = waivableOf(charged, times);
  const grossCents = charge.eachCents * BigInt(times);
  return { grossCents, coveredCents: coversOf(charge, waivers) };
}

function addUp(list: readonly Sums[]): Sums {
  const grossCents = sumCents(list.map((each) => each.grossCents));
  const width = list[0]?.coveredCents.length ?? 0;
  const coveredCents = Array.from({ length: width }, (_, index) =>
    sumCents(list.map((each) => each.coveredCents[index] ?? 0n)),
  );
  return { grossCents, coveredCents };
}

function minus(from: Sums, taken: Sums): Sums {
  return {
    grossCents: from.grossCents - taken.grossCents,
    coveredCents: from.coveredCents.map((each, index) => each - (taken.coveredCents[index] ?? 0n)),
  };
}

function byPart(charged: readonly ChargedFinding[]): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  for (const [index, { finding }] of charged.entries()) {
    const indexes = parts.get(finding.partId);
    if (indexes === undefined) parts.set(finding.partId, [index]);
    else indexes.push(index);
  }
  return parts;
}
