import { code, type Stated } from './ex102-record.ts';

/** How often a contract's payments fall due. `single` is a lease that was paid at once. */
export type PaymentRhythm =
  | 'monthly'
  | 'semi-monthly'
  | 'bi-weekly'
  | 'weekly'
  | 'quarterly'
  | 'single'
  | 'other';

/** `paymentTypeCode` of EX-102; 4 means a balloon for a loan and prepaid for a lease. */
const OF_CODE: Readonly<Record<string, PaymentRhythm>> = {
  1: 'bi-weekly',
  2: 'monthly',
  3: 'quarterly',
  98: 'other',
};

/**
 * The rhythm that a record states: our own column first, which knows one more than the schema's
 * code; monthly where it states none.
 */
export function rhythmOf(record: Stated): PaymentRhythm {
  if (record.product === 'loan') {
    const stated = code(record, 'paymentFrequency');
    if (stated !== undefined) return stated as PaymentRhythm;
  }
  const type = code(record, 'paymentTypeCode');
  if (type === '4') return record.product === 'lease' ? 'single' : 'monthly';
  return type === undefined ? 'monthly' : (OF_CODE[type] ?? 'other');
}

/** Whether the last payment of a loan takes what the others leave. */
export function isBalloon(record: Stated): boolean {
  return record.product === 'loan' && code(record, 'paymentTypeCode') === '4';
}
