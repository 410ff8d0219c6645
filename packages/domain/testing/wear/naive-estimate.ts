/**
 * The estimate once more, slowly and simply: every question is asked anew for every finding, and a
 * missing measure is found by trying measures one after the other. It shares only types with the
 * rules that it checks.
 */
import type { BusinessDate } from '../../src/time/calendar.ts';
import type { ChargeRow, ChargeTable } from '../../src/wear/charge/charge-table.ts';
import type { WearWaiver } from '../../src/wear/charge/waiver.ts';
import type { WearGuide } from '../../src/wear/guide/guide.ts';
import type { PartKind } from '../../src/wear/walk/car-part.ts';
import type { Finding } from '../../src/wear/walk/condition-report.ts';

export type NaiveQuestion = {
  readonly findings: readonly Finding[];
  readonly kindOf: (partId: string) => PartKind;
  readonly guide: WearGuide;
  readonly charges: ChargeTable;
  readonly waivers: readonly WearWaiver[];
  readonly on: BusinessDate;
};

export type NaiveAnswer = {
  readonly verdicts: readonly ('ordinary' | 'chargeable' | 'unknown')[];
  readonly chargeCents: readonly bigint[];
  readonly lowCents: bigint;
  readonly likelyCents: bigint;
  readonly highCents: bigint;
};

export function naiveEstimate(question: NaiveQuestion): NaiveAnswer {
  const tried = question.findings.map((finding) => tries(finding));
  const charged = (finding: Finding): boolean => isCharged(question, finding);
  const least = tried.map((list) => list[0] as Finding);
  const most = tried.map((list) => list[list.length - 1] as Finding);
  const alone = (each: Finding): boolean => isCharged({ ...question, findings: [each] }, each);
  const likely = tried.map((list) => list.find(alone) ?? (list[0] as Finding));
  const nets = [least, likely, most].map((findings) => {
    const charges = chargesOf(question, findings);
    return charges.reduce((sum, each) => sum + each, 0n) - waived(question, findings, charges);
  });
  const [low = 0n, mid = 0n, high = 0n] = nets;
  return {
    verdicts: tried.map((list) => {
      if (list.every(charged)) return 'chargeable';
      return list.some(charged) ? 'unknown' : 'ordinary';
    }),
    chargeCents: chargesOf(question, likely),
    lowCents: [low, mid, high].reduce((a, b) => (b < a ? b : a)),
    likelyCents: mid,
    highCents: [low, mid, high].reduce((a, b) => (b > a ? b : a)),
  };
}

/** The finding with each measure that its missing one could be, the mildest first. */
function tries(finding: Finding): Finding[] {
  if (finding.damage === 'tread-low' && finding.treadThirtySeconds === null) {
    return Array.from({ length: 33 }, (_, worn) => ({ ...finding, treadThirtySeconds: 32 - worn }));
  }
  const sizeless = ['broken', 'missing', 'mismatched-tire', 'bubble', 'tread-low'];
  if (sizeless.includes(finding.damage) || finding.sizeMils !== null) return [finding];
  // No limit of a guide under test is longer than five inches.
  const sizes = [...Array.from({ length: 5_001 }, (_, mils) => mils), 250_000];
  return sizes.map((sizeMils) => ({ ...finding, sizeMils }));
}

function isCharged(question: NaiveQuestion, finding: Finding): boolean {
  const kind = question.kindOf(finding.partId);
  for (const rule of question.guide.rules) {
    if (!rule.parts.includes(kind) && !rule.parts.includes(finding.partId)) continue;
    if (!rule.damages.includes(finding.damage)) continue;
    if (rule.inDriversView && !finding.inDriversView) continue;
    if (rule.since !== null && question.on < rule.since) continue;
    let marks = 0;
    for (const other of question.findings) {
      if (other.partId !== finding.partId || !rule.damages.includes(other.damage)) continue;
      if (!rule.inDriversView || other.inDriversView) marks += other.count;
    }
    const size = finding.sizeMils ?? -1;
    if (rule.measure === 'any') return true;
    if (rule.measure === 'length' && size > rule.limit) return true;
    if (rule.measure === 'diameter' && size > rule.limit) return true;
    if (rule.measure === 'tread' && (finding.treadThirtySeconds ?? 99) < rule.limit) return true;
    if (rule.measure === 'count-per-panel' && marks > rule.limit) return true;
    if (rule.perPanelCount !== null && marks > rule.perPanelCount) return true;
    if (rule.paintBrokenIsCharged && finding.paintBroken) return true;
  }
  return false;
}

function priceFor(question: NaiveQuestion, finding: Finding): ChargeRow {
  const { damage, partId } = finding;
  const rows = question.charges.rows.filter((row) => row.damages.includes(damage));
  const own = rows.some((row) => row.parts.includes(partId));
  const name = own ? partId : question.kindOf(partId);
  for (let severity = severityNumber(finding); severity > 0; severity -= 1) {
    const row = rows.find((each) => each.parts.includes(name) && each.severity === severity);
    if (row !== undefined) return row;
  }
  throw new RangeError(`no price for ${damage} of ${partId}`);
}

function severityNumber({ damage, sizeMils }: Finding): number {
  if (damage === 'missing') return 6;
  const inches = (sizeMils ?? 0) / 1_000;
  return inches > 12 ? 5 : inches > 6 ? 4 : inches > 3 ? 3 : inches > 1 ? 2 : 1;
}

function chargesOf(question: NaiveQuestion, findings: readonly Finding[]): bigint[] {
  return findings.map((finding, index) => {
    if (!isCharged(question, finding)) return 0n;
    const price = priceFor(question, finding);
    if (price.per === 'each') return price.chargeCents * BigInt(finding.count);
    // A replaced part is paid for once, by the dearest finding; the first of several.
    const paidElsewhere = findings.some((other, at) => {
      if (at === index || other.partId !== finding.partId) return false;
      const theirs = priceFor(question, other);
      if (theirs.per !== 'part' || !isCharged(question, other)) return false;
      const dearer = theirs.chargeCents > price.chargeCents;
      return dearer || (theirs.chargeCents === price.chargeCents && at < index);
    });
    return paidElsewhere ? 0n : price.chargeCents;
  });
}

function waived(question: NaiveQuestion, findings: readonly Finding[], charges: bigint[]): bigint {
  const open = [...charges];
  let all = 0n;
  const inOrder = [...question.waivers].sort(
    (a, b) => a.order - b.order || a.id.localeCompare(b.id),
  );
  for (const waiver of inOrder) {
    if (waiver.expiresOn !== null && waiver.expiresOn < question.on) continue;
    let purse = waiver.totalCents ?? 10n ** 15n;
    findings.forEach((finding, index) => {
      const kind = question.kindOf(finding.partId);
      const excluded: readonly string[] = waiver.excludes;
      if (excluded.includes(kind) || excluded.includes(finding.damage)) return;
      const charge = charges[index] ?? 0n;
      const missing = finding.damage === 'missing' && waiver.perMissingPart !== null;
      const perPart = priceFor(question, finding).per === 'part';
      const pieces = missing && !perPart ? BigInt(finding.count) : 1n;
      const limit = missing ? waiver.perMissingPart : waiver.perEvent;
      let covered = charge;
      if (limit !== null && charge > limit.limitCents * pieces) {
        covered = limit.above === 'cap' ? limit.limitCents * pieces : 0n;
      }
      const given = [covered, open[index] ?? 0n, purse].reduce((a, b) => (b < a ? b : a));
      open[index] = (open[index] ?? 0n) - given;
      purse -= given;
      all += given;
    });
  }
  return all;
}
