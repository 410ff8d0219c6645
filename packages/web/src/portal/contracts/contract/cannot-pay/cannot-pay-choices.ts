import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import type { Standing } from '../../../../shared/contract/standing-words.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatNearDay } from '../../../../shared/format/date.ts';

/** A payment is reported as late from this day after its due date on, not before. */
const REPORTED_LATE_DAYS = 30;

/** How far ahead a payment may be promised; the server decides, this is for the sentence. */
const PROMISED_DAYS_MOST = 90;

export type CannotPayChoices = {
  readonly part: readonly string[];
  readonly promise: readonly string[];
  /** The last day on which a promise still avoids the next late fee, else a week ahead. */
  readonly promiseOn: string;
  readonly credit: readonly string[];
};

/** What each choice does and by which day, from where the customer stands. */
export function choicesOf(standing: Standing): CannotPayChoices {
  const { asOf, lateFee } = standing;
  const today = asOf as BusinessDate;
  const last = addDays(today, PROMISED_DAYS_MOST);
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
      ...(fee === null ? [] : [t('cannot.promise-fee', fee)]),
      t('cannot.promise-cancel'),
    ],
    promiseOn: lateFee !== null && lateFee.payBy > asOf ? lateFee.payBy : addDays(today, 7),
    credit: creditWords(standing),
  };
}

/** When the oldest unpaid payment is reported as late, and what still helps. */
function creditWords({ pastDue, asOf }: Standing): string[] {
  const oldest = pastDue[0];
  if (oldest === undefined) return [t('cannot.credit-none')];
  const reportedOn = addDays(oldest.dueDate as BusinessDate, REPORTED_LATE_DAYS);
  const values = {
    due: formatNearDay(oldest.dueDate, asOf),
    day: formatNearDay(reportedOn, asOf),
    amount: formatCents(oldest.unpaidCents),
  };
  const key = reportedOn > asOf ? 'cannot.credit-not-yet' : 'cannot.credit-already';
  return [t('cannot.credit-1'), t(key, values)];
}
