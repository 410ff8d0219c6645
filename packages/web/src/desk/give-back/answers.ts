import { t } from '../../shared/copy/copy.ts';
import { formatCents, readAmount } from '../../shared/format/cents.ts';
import { typed } from '../frame/act-form.tsx';
import { FieldFault } from '../frame/field-fault.tsx';
import type { Asked, Said } from '../wire/desk-client.ts';

export type GiveBack = Said<'getCustomerGiveBack'>;
export type GiveBackFile = Said<'getGiveBackFile'>;
export type ChargedLine = GiveBack['bills'][number]['lines'][number];
export type WearLine = Asked<'issueReturnQuote'>['body']['wear'][number];
export type Params = { readonly personId: string; readonly contractId: string };

/** What the acts of a car on its way back are given. */
export type ActProps = {
  readonly params: Params;
  readonly giveBack: GiveBack;
  readonly file: GiveBackFile;
  readonly onDone: () => void;
};

/** An amount that was typed, in cents; zero only where it makes sense. */
export function amountOf(answers: FormData, name: string, mayBeZero = false): string {
  const text = typed(answers, name) ?? '';
  if (mayBeZero && /^\$?0+(?:\.0*)?$/.test(text)) return '0';
  const read = readAmount(text);
  if ('cents' in read) return read.cents;
  throw new FieldFault(name, t(`desk.give-back.${read.problem}`));
}

/** Miles that were typed: "31,400" as 31400. */
export function milesOf(answers: FormData, name: string): number {
  const digits = (typed(answers, name) ?? '').replaceAll(',', '');
  if (/^\d{1,6}$/.test(digits)) return Number(digits);
  throw new FieldFault(name, t('desk.give-back.miles-wrong'));
}

/** A line as people name it: what is wrong where, or what it is charged for. */
export function lineName({ inputs, ...line }: Partial<ChargedLine> & Partial<WearLine>): string {
  const { partId, damage, what } = inputs ?? {};
  if (what !== undefined) return what;
  if (partId !== undefined && damage !== undefined) {
    return t('desk.give-back.finding', { damage: plain(damage), part: plain(partId) });
  }
  return t(CHARGES[line.charge ?? 'excess-wear']);
}

const CHARGES = {
  'disposition-fee': 'line.disposition-fee',
  'excess-miles': 'line.excess-miles',
  'excess-wear': 'line.excess-wear',
  'third-party': 'line.third-party',
} as const;

const plain = (code: string): string => code.replaceAll('-', ' ');

/** The sum of charges, as it is written. */
export function sumOf(lines: readonly { readonly chargeCents: string }[]): string {
  return formatCents(`${lines.reduce((sum, each) => sum + BigInt(each.chargeCents), 0n)}`);
}

export function named(prefix: string, values: readonly string[]) {
  return values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
}
