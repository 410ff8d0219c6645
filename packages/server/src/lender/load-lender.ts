import { readFile } from 'node:fs/promises';
import { plainRule } from '@roadbook/api/plain-rule';
import { encode, revive } from '@roadbook/api/wire';
import { EARLIER_POLICY, waterfallDefect } from '@roadbook/domain/contract/servicing-policy';
import { STAFF_ROLES } from '@roadbook/domain/person/staff-role';
import { z } from 'zod';
import { BoardingChecksFile } from './boarding-checks-file.ts';
import { BrandFile } from './brand-file.ts';
import { LARKSPUR } from './larkspur/larkspur.ts';
import { LeaseEndFile } from './lease-end-file.ts';
import type { Lender } from './lender.ts';
import { RegistrationFile } from './registration-file.ts';
import { RETENTION_KINDS, type RetentionKind } from './retention.ts';

const Digits = z.string().regex(/^\d{1,16}$/, 'whole cents or parts per billion as digits');

const LateFee = z.strictObject({
  base: z.enum(['unpaid-part', 'whole-installment']),
  withTax: z.boolean(),
  ratePpb: Digits,
  flatCents: Digits,
  minimumCents: Digits,
  maximumCents: Digits.nullable(),
});

const days = z.int().min(0).max(400);
const earlier = EARLIER_POLICY.customerLimits;

const Policy = z.strictObject({
  graceDays: days,
  lateFee: LateFee.nullable(),
  toleranceCents: Digits,
  tolerancePpb: Digits,
  smallBalanceCents: Digits,
  quoteDays: days,
  quoteMailDays: days.default(EARLIER_POLICY.quoteMailDays),
  clearingDays: z.strictObject({
    'bank-debit': days,
    card: days,
    check: days,
    lockbox: days,
    wire: days,
    'cash-network': days,
    integrator: days,
  }),
  refundDays: days,
  chargeOffDays: days.nullable(),
  waterfall: z
    .array(z.enum(['due-principal', 'other-fees', 'late-fees', 'principal']))
    .refine((list) => waterfallDefect(list) === null, 'late fees may not precede due installments'),
  customerLimits: z
    .strictObject({
      debitCents: Digits.default(`${earlier.debitCents}`),
      promises: z.int().min(0).max(400).default(earlier.promises),
      promiseDays: z.int().min(1).max(400).default(earlier.promiseDays),
    })
    .prefault({}),
  reportedLateDays: days.default(EARLIER_POLICY.reportedLateDays),
  relief: z
    .strictObject({
      dueDayMoveDays: z.int().min(0).max(31),
      extensionMonthsPerYear: z.int().min(0).max(12),
      extensionMonthsInAll: z.int().min(0).max(120),
    })
    .default(EARLIER_POLICY.relief),
});

const LenderFile = z.strictObject({
  brand: BrandFile,
  cutOff: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time such as 20:00'),
  loanPolicy: Policy,
  leasePolicy: Policy,
  boarding: z.strictObject({
    dueDay: z.int().min(1).max(31),
    deliveryOdometer: z.int().min(0),
    allowanceMilesPerYear: z.int().min(0),
    excessMileCents: Digits,
    tax: z.strictObject({
      method: z.enum(['each-payment', 'payments-upfront', 'price-upfront', 'none']),
      jurisdiction: z.string(),
      ratePpb: Digits,
      taxable: z.array(z.string()),
    }),
    endFees: z.strictObject({
      dispositionCents: Digits,
      purchaseOptionCents: Digits,
      earlyTerminationCents: Digits,
    }),
    dayCount: z.enum(['actual/365', 'actual/actual', '30/360']).optional(),
    leaseTiming: z.enum(['advance', 'arrears', 'single-payment']).optional(),
    leaseAccounting: z.enum(['operating', 'finance']).optional(),
    checks: BoardingChecksFile.optional(),
  }),
  leaseEnd: LeaseEndFile,
  wear: z.strictObject({ compareReports: z.boolean() }).default({ compareReports: false }),
  registration: RegistrationFile,
  staffGroups: z
    .array(z.strictObject({ group: z.string().min(1), role: z.enum(STAFF_ROLES) }))
    .optional(),
  recovery: z
    .strictObject({
      waitHours: z.int().min(1).max(720),
      quietHours: z.int().min(1).max(720),
      letterDays: z.int().min(1).max(60),
    })
    .optional(),
  retention: z
    .array(
      z.strictObject({
        from: z.iso.date('a date that exists, written YYYY-MM-DD'),
        keptDays: z.strictObject(
          Object.fromEntries(
            RETENTION_KINDS.map((kind) => [kind, z.int().min(1).max(10_000)]),
          ) as Record<RetentionKind, z.ZodInt>,
        ),
      }),
    )
    .refine(
      (list) => list.every(({ from }, at) => at === 0 || (list[at - 1]?.from ?? '') < from),
      'each policy begins after the one before it',
    )
    .optional(),
});

/**
 * The lender this installation serves: the file that `ROADBOOK_LENDER` names, else the
 * demonstration lender. A file with a mistake is refused with the field and its rule.
 */
export async function loadLender(path: string | undefined): Promise<Lender> {
  if (path === undefined) return LARKSPUR;
  const given = await readLenderFile(path);
  const parsed = LenderFile.safeParse(given, { error: plainRule });
  if (parsed.success) {
    const wear = { guides: [], charges: [], ...parsed.data.wear };
    return { ...revive<Lender>(parsed.data), wear };
  }
  const faults = parsed.error.issues.flatMap((issue) =>
    (issue.code === 'unrecognized_keys' ? issue.keys : [null]).map((key) => {
      const at = [...issue.path, ...(key === null ? [] : [key])];
      const field = at.length === 0 ? 'the file' : at.join('.');
      return `${field}${shownValue(given, at)}: ${issue.message}`;
    }),
  );
  throw new Error(
    `The lender file ${path} has mistakes:\n  ${faults.join('\n  ')}\n` +
      'Correct it, then start again.',
  );
}

/** What stands at a place of the file, where it is short enough to be recognized. */
function shownValue(given: unknown, path: readonly PropertyKey[]): string {
  let at = given;
  for (const name of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[name];
  if (at === undefined) return '';
  const text = JSON.stringify(at);
  return text.length > 60 ? '' : ` = ${text}`;
}

/** A lender as the text of its file. Guides and prices have files of their own: they are CSV. */
export function lenderText({ wear, ...rest }: Lender): string {
  const lender = { ...rest, wear: { compareReports: wear.compareReports } };
  return `${JSON.stringify(JSON.parse(encode(lender)), null, 2)}\n`;
}

async function readLenderFile(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new Error(
      `The lender file ${path} cannot be read. Name a file in ROADBOOK_LENDER, or leave it out ` +
        'to serve the demonstration lender.',
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The lender file ${path} is not JSON. Correct it, then start again.`);
  }
}
