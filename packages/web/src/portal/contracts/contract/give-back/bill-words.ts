import { type Breakdown, type Line, stated, summed } from '../../../../shared/amount/breakdown.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import type { Response } from '../../../../shared/wire/client.ts';

export type GiveBack = Response<'getGiveBack'>;
export type Quote = NonNullable<GiveBack['quote']>;
export type BillLine = Quote['lines'][number];
export type ChargedLine = GiveBack['bills'][number]['lines'][number];

/** The rule as the catalogue of every amount has it; a mark's own rule stands among its inputs. */
const RULES: Readonly<Record<BillLine['charge'], string | null>> = {
  'disposition-fee': 'disposition-billed',
  'excess-miles': null,
  'excess-wear': 'wear-billed',
  'third-party': 'third-party-billed',
};

/** A line of a quote or a bill as an amount that explains itself: its charge and its tax. */
export function breakdownOf(line: BillLine): Breakdown {
  return summed(linesOf(line));
}

function linesOf({ charge, rule, inputs, chargeCents, taxCents }: BillLine): Line[] {
  const isOff = chargeCents.startsWith('-');
  const shown = isOff ? 'bill-line-waived' : (RULES[charge] ?? rule);
  const tax = stated('tax', 'tax-on-charge', taxCents, { taxableCents: chargeCents });
  return [{ label: charge, rule: shown, inputs, cents: chargeCents }, ...tax.lines];
}

/** All lines of a bill as one amount. */
export function totalOf(lines: readonly BillLine[]): Breakdown {
  return summed(lines.flatMap(linesOf));
}

/** What handing the car over today costs, and the part of it that is owed by contract besides. */
export function priceToday({ lines, todayCents, totalCents }: Quote): {
  readonly breakdown: Breakdown;
  readonly besides: bigint;
} {
  const besides = BigInt(todayCents) - BigInt(totalCents);
  const { lines: more } = stated('owed-besides', 'owed-besides', besides.toString());
  return { breakdown: summed([...lines.flatMap(linesOf), ...more]), besides };
}

/** What a line is called: its charge, and the part of the car where one is named. */
export function nameOf({ charge, inputs }: BillLine): string {
  const name = t(`give-back.part.${charge}`);
  const { part, damage } = inputs;
  const of = [part, damage].flatMap((each) => (each === undefined ? [] : [asWords(each)]));
  return of.length === 0 ? name : `${name}: ${of.join(', ')}`;
}

const asWords = (code: string): string => code.replaceAll('-', ' ');

/** What a line rests on, in words; null where it is only a number of ours. */
export function evidenceOf({ evidence }: BillLine, { receipt }: GiveBack): string | null {
  if (evidence === 'contract') return t('give-back.line.evidence.contract');
  if (receipt !== null && evidence === receipt.handOverId) {
    return t('give-back.line.evidence.receipt', { day: formatDate(receipt.on) });
  }
  return /^[\da-f-]{36}$|^[\da-f]{64}$/i.test(evidence) ? null : evidence;
}

/** What is left of a line after everything that was taken off, tax with it. */
export function leftOf({ leftCents, leftTaxCents }: ChargedLine): bigint {
  return BigInt(leftCents) + BigInt(leftTaxCents);
}

/** What a person is asked to pay once the bill is out, what waits, and what comes later. */
export function owedParts({ owedCents, disputedCents }: GiveBack, dueCents: string) {
  const owed = BigInt(owedCents);
  // Part of a disputed line may be paid already: no more waits than is owed.
  const disputed = BigInt(disputedCents) < owed ? BigInt(disputedCents) : owed;
  const due = BigInt(dueCents) < owed - disputed ? BigInt(dueCents) : owed - disputed;
  return { owed, disputed, due, later: owed - disputed - due };
}
