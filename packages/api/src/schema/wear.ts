import { PRICED_PER } from '@roadbook/domain/wear/charge/charge-table';
import { VERDICTS } from '@roadbook/domain/wear/charge/finding-estimate';
import { ADVICE_REASONS, ADVICES } from '@roadbook/domain/wear/charge/fix-or-pay';
import { MEASURE_UNITS, RULE_MEASURES } from '@roadbook/domain/wear/guide/guide';
import { RULE_CLAUSES } from '@roadbook/domain/wear/guide/judge-finding';
import { BODY_STYLES } from '@roadbook/domain/wear/walk/car-part';
import { DAMAGE_TYPES } from '@roadbook/domain/wear/walk/damage-type';
import { z } from 'zod';
import { Breakdown, Cents, Day } from './basic.ts';

/** The version of a guide or a table of charges. */
export const DataVersion = z
  .object({ id: z.string(), version: z.int(), effectiveFrom: Day })
  .meta({ id: 'DataVersion' });

const about = {
  id: z.string(),
  version: z.int(),
  effectiveFrom: Day,
  title: z.string(),
  source: z.string(),
};

export const WearGuide = z
  .object({
    ...about,
    rules: z.array(
      z.object({
        id: z.string(),
        parts: z.array(z.string()),
        damages: z.array(z.enum(DAMAGE_TYPES)),
        measure: z.enum(RULE_MEASURES),
        limit: z.int(),
        perPanelCount: z.int().nullable(),
        paintBrokenIsCharged: z.boolean(),
        inDriversView: z.boolean(),
        since: Day.nullable(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'WearGuide' });

const Severity = z.union([1, 2, 3, 4, 5, 6].map((each) => z.literal(each)));

export const ChargeTable = z
  .object({
    ...about,
    rows: z.array(
      z.object({
        parts: z.array(z.string()),
        damages: z.array(z.enum(DAMAGE_TYPES)),
        severity: Severity,
        per: z.enum(PRICED_PER),
        chargeCents: Cents,
        repairLowCents: Cents,
        repairHighCents: Cents,
      }),
    ),
  })
  .meta({ id: 'ChargeTable' });

/** What a walk is priced by: the lender's own data in force, and other guides to compare with. */
export const WearData = z
  .object({ guide: WearGuide, charges: ChargeTable, otherGuides: z.array(WearGuide) })
  .meta({ id: 'WearData' });

const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/, '1 to 60 letters, digits, hyphens or underscores');

const Finding = z.strictObject({
  id,
  partId: z.string().regex(/^[a-z0-9-]{1,60}$/, 'the id of a part, such as "left-front-door"'),
  damage: z.enum(DAMAGE_TYPES),
  sizeMils: z.int().nullable(),
  depthMils: z.int().nullable(),
  count: z.int(),
  paintBroken: z.boolean(),
  inDriversView: z.boolean(),
  treadThirtySeconds: z.int().nullable(),
  photoCount: z.int().min(0).max(50),
});

/** A walk around the car as the server keeps it: notes and photos stay on the device. */
export const Walk = z
  .strictObject({
    bodyStyle: z.enum(BODY_STYLES),
    findings: z.array(Finding).max(120),
    inspected: z.array(id).max(200),
    skipped: z.array(id).max(200),
    takenOn: Day,
  })
  .meta({ id: 'Walk' });

const FindingFigures = z.object({
  findingId: z.string(),
  verdict: z.enum(VERDICTS),
  rule: z
    .object({
      id: z.string(),
      source: z.string(),
      clause: z.enum(RULE_CLAUSES),
      unit: z.enum(MEASURE_UNITS),
      limit: z.int(),
      measured: z.int().nullable(),
    })
    .nullable(),
  code: z.string().nullable(),
  severity: Severity.nullable(),
  chargeCents: Cents,
  chargeLowCents: Cents,
  chargeHighCents: Cents,
  waivedCents: Cents,
  savesCents: Cents,
  repairLowCents: Cents,
  repairHighCents: Cents,
  includedIn: z.string().nullable(),
  advice: z.enum(ADVICES),
  reason: z.enum(ADVICE_REASONS),
});

/** What a walk comes to by the lender's guide and charges. */
export const WearFigures = z
  .object({
    guide: DataVersion,
    charges: DataVersion,
    /** The day on which the car is given back. */
    on: Day,
    findings: z.array(FindingFigures),
    total: Breakdown,
    beforeWaiversCents: Cents,
    range: z.object({
      lowCents: Cents,
      likelyCents: Cents,
      highCents: Cents,
      openParts: z.int(),
      openFindings: z.int(),
    }),
  })
  .meta({ id: 'WearFigures' });
