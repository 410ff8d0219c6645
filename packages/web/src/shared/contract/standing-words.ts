import { t } from '../copy/copy.ts';
import { formatCents } from '../format/cents.ts';
import { formatNearDay } from '../format/date.ts';
import type { Response } from '../wire/client.ts';

export type Standing = Response<'getContract'>['standing'];
type PastDue = Standing['pastDue'][number];

/** One sentence about where a customer stands, and what it is about. */
export type StandingSentence = {
  readonly about:
    | 'ended'
    | 'past-due'
    | 'fees'
    | 'holdover'
    | 'up-to-date'
    | 'next'
    | 'late-fee'
    | 'promised'
    | 'to-come'
    | 'owed';
  readonly text: string;
};

/**
 * Where a customer stands, in sentences, the pressing ones first. Review, receipt and contract page
 * all take their words from here, so they cannot differ.
 */
export function standingSentences(standing: Standing): StandingSentence[] {
  if (standing.status !== 'open') return [...endedSentences(standing), ...promises(standing)];
  return [
    ...standing.pastDue.map((each): StandingSentence => {
      return { about: 'past-due', text: pastDueWords(each, standing.asOf) };
    }),
    ...feeSentences(standing),
    ...holdoverSentences(standing),
    ...nextSentences(standing),
    ...promises(standing),
    ...inAll(standing),
  ];
}

/** One payment that is past due, with its late fee where one can still come. */
export function pastDueWords({ dueDate, unpaidCents, fee }: PastDue, asOf: string): string {
  const values = { amount: formatCents(unpaidCents), day: formatNearDay(dueDate, asOf) };
  const unpaid = t('standing.past-due', values);
  if (fee === null) return unpaid;
  return `${unpaid} ${t(`standing.fee-${fee.state}`, {
    fee: formatCents(fee.feeCents),
    day: formatNearDay(fee.payBy, asOf),
  })}`;
}

/** Payments promised for later days. */
export function promiseWords({ promised, asOf }: Standing): string[] {
  return promised.map(({ on, amountCents }) =>
    t('standing.promised', { amount: formatCents(amountCents), day: formatNearDay(on, asOf) }),
  );
}

/** What a car costs that is kept past the end of its lease. */
export function holdoverWords({ holdover, asOf }: Standing): string | null {
  if (holdover === null) return null;
  return t('standing.holdover', {
    day: formatNearDay(holdover.since, asOf),
    perDay: formatCents(holdover.perDayCents),
    amount: formatCents(holdover.cents),
  });
}

function endedSentences({ status, owed }: Standing): StandingSentence[] {
  if (status === 'charged-off') {
    const amount = formatCents(owed.totalCents);
    return [{ about: 'owed', text: t('standing.charged-off', { amount }) }];
  }
  return [{ about: 'ended', text: t(`standing.${status}`) }];
}

function feeSentences({ feesCents }: Standing): StandingSentence[] {
  if (feesCents === '0') return [];
  return [{ about: 'fees', text: t('standing.fees', { amount: formatCents(feesCents) }) }];
}

function holdoverSentences(standing: Standing): StandingSentence[] {
  const text = holdoverWords(standing);
  return text === null ? [] : [{ about: 'holdover', text }];
}

function nextSentences(standing: Standing): StandingSentence[] {
  const { pastDue, due, nextDueDate, nextPaymentCents, lateFee, asOf } = standing;
  const sentences: StandingSentence[] = [];
  if (due.totalCents === '0')
    sentences.push({ about: 'up-to-date', text: t('standing.up-to-date') });
  if (nextDueDate !== null && nextPaymentCents !== '0') {
    const values = { amount: formatCents(nextPaymentCents), day: formatNearDay(nextDueDate, asOf) };
    const key = pastDue.length === 0 ? 'standing.next' : 'standing.then';
    sentences.push({ about: 'next', text: t(key, values) });
  }
  // The fee of what is past due stands with it; this is the one for a payment still to come.
  if (lateFee !== null && lateFee.dueDate >= asOf) {
    const values = {
      fee: formatCents(lateFee.feeCents),
      due: formatNearDay(lateFee.dueDate, asOf),
      day: formatNearDay(lateFee.payBy, asOf),
    };
    sentences.push({ about: 'late-fee', text: t('standing.next-fee', values) });
  }
  return sentences;
}

function promises(standing: Standing): StandingSentence[] {
  return promiseWords(standing).map((text) => ({ about: 'promised', text }));
}

function inAll({ toCome, owed, asOf, holdover }: Standing): StandingSentence[] {
  const values = { amount: formatCents(owed.totalCents), day: formatNearDay(asOf, asOf) };
  if (toCome === null) {
    return [{ about: 'owed', text: t('standing.owed-loan', values) }];
  }
  if (toCome.payments === 0) {
    return holdover === null ? [{ about: 'to-come', text: t('standing.none-to-come') }] : [];
  }
  const coming = { payments: toCome.payments, amount: formatCents(toCome.cents) };
  return [
    { about: 'to-come', text: t('standing.to-come', coming) },
    ...(owed.totalCents === toCome.cents
      ? []
      : [{ about: 'owed', text: t('standing.owed-lease', values) } as const]),
  ];
}
