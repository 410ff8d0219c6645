import { CAR_PARTS, type CarPart } from './car-part.ts';
import type { Finding } from './condition-report.ts';
import { DAMAGE_TYPES, type DamageType, damagesOf, measuredBy } from './damage-type.ts';

/** How large a damage is, in the bands of the damage codes; 6 is missing. */
export const SEVERITIES = [1, 2, 3, 4, 5, 6] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The upper ends of bands 1 to 4 in thousandths of an inch: 1, 3, 6 and 12 inches. */
const BAND_ENDS: readonly [Severity, number][] = [
  [1, 1_000],
  [2, 3_000],
  [3, 6_000],
  [4, 12_000],
];

/** The band of a size; a size on the line belongs to the smaller band. */
export function severityOfSize(sizeMils: number): Severity {
  return BAND_ENDS.find(([, end]) => sizeMils <= end)?.[0] ?? 5;
}

/** The band of a finding; null while its size is unknown or where size says nothing about it. */
export function severityOf(finding: Finding): Severity | null {
  if (finding.damage === 'missing') return 6;
  if (measuredBy(finding.damage) !== 'size' || finding.sizeMils === null) return null;
  return severityOfSize(finding.sizeMils);
}

/**
 * The code that inspectors and hauliers write: area, type, severity, as in `27-04-2` for a hood
 * dented through the paint, 1 to 3 inches. Without the last digit where the severity is not known;
 * null where the list has no area or no type, as for a worn tread.
 */
export function damageCode(finding: Finding, part: CarPart): string | null {
  const type = damageTypeCode(part, finding.damage, finding.paintBroken);
  if (part.area === null || type === null) return null;
  const severity = severityOf(finding);
  return severity === null ? `${part.area}-${type}` : `${part.area}-${type}-${severity}`;
}

/** The two-digit type of a damage on a part; the list tells glass and broken paint apart. */
export function damageTypeCode(
  part: CarPart,
  damage: DamageType,
  paintBroken: boolean,
): string | null {
  const glass = part.kind === 'glass' || part.kind === 'windshield';
  switch (damage) {
    case 'dent':
      // A wheel that is dented is bent: the list keeps "dented" for sheet metal.
      return part.kind === 'wheel' ? '01' : paintBroken ? '04' : '14';
    case 'scratch':
      return glass ? '23' : '12';
    case 'chip':
      return glass ? '22' : '05';
    case 'crack':
      return glass ? '20' : '06';
    case 'broken':
      return glass ? '21' : '02';
    default:
      return PLAIN_TYPES[damage] ?? null;
  }
}

const PLAIN_TYPES: Partial<Record<DamageType, string>> = {
  scuff: '09',
  gouge: '07',
  cut: '03',
  tear: '13',
  stain: '10',
  missing: '08',
  'mismatched-tire': '36',
};

/** A code taken apart, in the words of this house. */
export type DamageCodeMeaning = {
  readonly area: string;
  readonly type: string;
  readonly severity: Severity | null;
  /** The parts of the area that can have the damage, in the order of the walk. */
  readonly partIds: readonly string[];
  readonly damage: DamageType;
  /** Known where the type of the code says it. */
  readonly paintBroken: boolean | null;
  /** The band in thousandths of an inch; null where there is none, or no upper end. */
  readonly overMils: number | null;
  readonly upToMils: number | null;
};

/** What a code means, or null where it is no code or names nothing that a walk knows. */
export function explainDamageCode(code: string): DamageCodeMeaning | null {
  const [, area, type, digit] = /^(\d\d)-?(\d\d)(?:-?([1-6]))?$/.exec(code.trim()) ?? [];
  if (area === undefined || type === undefined) return null;
  const severity = SEVERITIES.find((each) => `${each}` === digit) ?? null;
  for (const damage of DAMAGE_TYPES) {
    const partIds = CAR_PARTS.filter(
      (part) =>
        part.area === area &&
        damagesOf(part.kind).includes(damage) &&
        [true, false].some((broken) => damageTypeCode(part, damage, broken) === type),
    ).map((part) => part.id);
    if (partIds.length === 0) continue;
    const paintBroken = type === '04' ? true : type === '14' ? false : null;
    return { area, type, severity, partIds, damage, paintBroken, ...bandOf(severity) };
  }
  return null;
}

function bandOf(severity: Severity | null): { overMils: number | null; upToMils: number | null } {
  if (severity === null || severity === 6) return { overMils: null, upToMils: null };
  const before = BAND_ENDS[severity - 2];
  const own = BAND_ENDS[severity - 1];
  return { overMils: before?.[1] ?? 0, upToMils: own?.[1] ?? null };
}
