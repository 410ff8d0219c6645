import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatNearDay } from '../../../../shared/format/date.ts';
import type { ContractOverview } from '../../next-step.ts';

export type CannotPayChoices = {
  readonly part: readonly string[];
  readonly promise: readonly string[];
  /**
   * The last day on which a promise still avoids the next late fee, else a week ahead; never later
   * than a payment may be promised.
   */
  readonly promiseOn: string;
  readonly credit: readonly string[];
};

/** What of a contract the choices follow from; the days are the lender's. */
export type CannotPayFacts = Pick<
  ContractOverview,
  'standing' | 'promiseDays' | 'reportedLateDays'
>;

/** What each choice does and by which day, from where the customer stands. */
export function choicesOf({ standing, promiseDays, ...facts }: CannotPayFacts): CannotPayChoices {
  const { asOf, lateFee, pastDue } = standing;
  const today = asOf as BusinessDate;
  const last = addDays(today, promiseDays);
  const wanted = lateFee !== null && lateFee.payBy > asOf ? lateFee.payBy : addDays(today, 7);
  const fee =
    lateFee === null
      ? null
      : {
          fee: formatCents(lateFee.feeCents),
          due: formatNearDay(lateFee.dueDate, asOf),
          day: formatNearDay(lateFee.payBy, asOf),
        };
  return {
    part: [
      t('cannot.part-1'),
      t(fee === null ? 'cannot.part-no-fee' : 'cannot.part-fee', fee ?? {}),
    ],
    promise: [
      t('cannot.promise-1', { last: formatNearDay(last, asOf) }),
      ...(pastDue.length === 0 ? [] : [t('cannot.promise-late')]),
      ...(fee === null ? [] : [t('cannot.promise-fee', fee)]),
      t('cannot.promise-cancel'),
    ],
    promiseOn: [wanted, last].toSorted()[0] ?? last,
    credit: creditWords(standing, facts.reportedLateDays),
  };
}

/** When the oldest unpaid payment is reported as late, and what still helps. */
function creditWords({ pastDue, asOf }: CannotPayFacts['standing'], days: number): string[] {
  const oldest = pastDue[0];
  if (oldest === undefined) return [t('cannot.credit-none')];
  const reportedOn = addDays(oldest.dueDate as BusinessDate, days);
  const values = {
    due: formatNearDay(oldest.dueDate, asOf),
    day: formatNearDay(reportedOn, asOf),
    amount: formatCents(oldest.unpaidCents),
  };
  const key = reportedOn > asOf ? 'cannot.credit-not-yet' : 'cannot.credit-already';
  return [t('cannot.credit-1', { days }), t(key, values)];
}
