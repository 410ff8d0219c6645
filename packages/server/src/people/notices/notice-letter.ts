import { NOTICE_TEMPLATES, type NoticeTemplate } from '@roadbook/domain/contract/notice-template';
import type { NoticeTopic } from '@roadbook/domain/person/notice-topic';
import type { LetterValues } from '../../letters/letter-values.ts';
import type { OutboxRow } from '../../platform/post/outbox.sql.ts';

/** A notice’s own facts, and those of the entry that asked for it. */
type NoticeFacts = Pick<OutboxRow, 'amount_cents' | 'effective_date'> & {
  /** A fact of the notice; throws where it is missing, so that no letter says "undefined". */
  readonly fact: (name: string) => string;
};

type NoticeRow<T extends NoticeTemplate> = {
  readonly topic: NoticeTopic;
  /** It presses for payment: holds that stop demands stop it (11 USC 362, 15 USC 1692c). */
  readonly demands: boolean;
  /** The values of its letter, but for whose it is. */
  readonly values: (facts: NoticeFacts) => Omit<LetterValues[T], 'name' | 'account'>;
};

const cents = (text: string) => ({ cents: text });
const day = (text: string) => ({ day: text });
/** An amount of an entry is told without its sign: a reversal’s is below zero. */
const amountOf = ({ amount_cents: amount }: NoticeFacts) =>
  cents(`${amount < 0n ? -amount : amount}`);
const planned = ({ fact }: NoticeFacts) => ({
  amount: cents(fact('amountCents')),
  on: day(fact('on')),
});

/** The bank’s codes that the catalogue has a sentence for. */
const RETURN_REASONS: ReadonlySet<string> = new Set([
  'r01',
  'r02',
  'r03',
  'r04',
  'r08',
  'r10',
  'r16',
  'entered-in-error',
]);

/** Holds are not named in a letter: others in the house may read it. */
function skippedReason(reason: string): string {
  if (reason === 'charged-off') return 'skipped.charged-off';
  if (reason === 'car-given-back') return 'skipped.car-given-back';
  return reason.startsWith('hold-') ? 'skipped.on-hold' : 'skipped.nothing-owed';
}

/** Every notice of the trade as a letter. One that is missing does not compile. */
const NOTICES: { readonly [T in NoticeTemplate]: NoticeRow<T> } = {
  'payment-received': {
    topic: 'payments',
    demands: false,
    values: (facts) => ({
      amount: cents(facts.fact('amountCents')),
      on: day(facts.effective_date),
    }),
  },
  'payment-reversed': {
    topic: 'payments',
    demands: false,
    values: (facts) => {
      const reason = facts.fact('reason');
      return {
        amount: amountOf(facts),
        on: day(facts.effective_date),
        reason: `returned.${RETURN_REASONS.has(reason) ? reason : 'other'}`,
      };
    },
  },
  'payment-scheduled': { topic: 'planned-payments', demands: false, values: planned },
  'scheduled-payment-cancelled': { topic: 'planned-payments', demands: false, values: planned },
  'scheduled-payment-lowered': {
    topic: 'planned-payments',
    demands: false,
    values: (facts) => ({
      promised: cents(facts.fact('promisedCents')),
      amount: cents(facts.fact('amountCents')),
      on: day(facts.effective_date),
    }),
  },
  'scheduled-payment-skipped': {
    topic: 'planned-payments',
    demands: false,
    values: (facts) => ({ ...planned(facts), reason: skippedReason(facts.fact('reason')) }),
  },
  'late-fee-assessed': {
    topic: 'late-payments',
    demands: true,
    values: (facts) => ({ amount: amountOf(facts), on: day(facts.effective_date) }),
  },
  'payoff-quoted': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({ from: day(fact('from')), through: day(fact('goodThrough')) }),
  },
  'loan-matured': {
    topic: 'account',
    demands: true,
    values: ({ fact }) => ({ on: day(fact('maturity')) }),
  },
  'lease-matured': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({ on: day(fact('maturity')) }),
  },
  'loan-paid-off': { topic: 'account', demands: false, values: () => ({}) },
  'loan-closed': { topic: 'account', demands: false, values: () => ({}) },
  'refund-owed': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({ amount: cents(fact('amountCents')) }),
  },
  'charged-off': {
    topic: 'late-payments',
    demands: true,
    values: (facts) => ({
      amount: cents(facts.fact('chargedOffCents')),
      on: day(facts.effective_date),
    }),
  },
  'charge-off-undone': { topic: 'account', demands: false, values: () => ({}) },
  'terms-changed': {
    topic: 'account',
    demands: false,
    values: (facts) => ({ on: day(facts.effective_date) }),
  },
  'return-quoted': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({
      amount: cents(fact('totalCents')),
      through: day(fact('goodThrough')),
    }),
  },
  'return-quote-withdrawn': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({ reason: `withdrawn.${fact('reason')}` }),
  },
  'car-received': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({ on: day(fact('on')), miles: fact('miles') }),
  },
  'car-receipt-taken-back': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({ reason: `taken-back.${fact('reason')}` }),
  },
  'final-bill': {
    topic: 'account',
    demands: false,
    values: (facts) => ({ on: day(facts.effective_date) }),
  },
  'bill-line-disputed': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({ by: day(fact('decideBy')) }),
  },
  'bill-dispute-decided': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({
      outcome: `dispute.${fact('outcome')}`,
      reason: `dispute-reason.${fact('reason')}`,
    }),
  },
  'bill-credit': {
    topic: 'account',
    demands: false,
    values: (facts) => ({ on: day(facts.effective_date) }),
  },
  'refund-paid': {
    topic: 'account',
    demands: false,
    values: ({ fact }) => ({ amount: cents(fact('amountCents')) }),
  },
  'lease-settled': { topic: 'account', demands: false, values: () => ({}) },
};

const KNOWN: ReadonlySet<string> = new Set(NOTICE_TEMPLATES);

/** A notice of the outbox as a letter that has no addressee yet. */
export type NoticeLetter = {
  readonly template: NoticeTemplate;
  readonly topic: NoticeTopic;
  readonly demands: boolean;
  readonly values: Omit<LetterValues[NoticeTemplate], 'name' | 'account'>;
};

/** What a notice says. Throws when there are no words for it, or a fact of it is missing. */
export function noticeLetter(row: OutboxRow): NoticeLetter {
  const template = row.template as NoticeTemplate;
  if (!KNOWN.has(template)) throw new RangeError(`no letter for the notice ${row.template}`);
  const data = JSON.parse(row.data) as Record<string, string | undefined>;
  const fact = (name: string): string => {
    const value = data[name];
    if (value === undefined) throw new RangeError(`the notice ${template} has no ${name}`);
    return value;
  };
  const { topic, demands, values } = NOTICES[template];
  const { amount_cents, effective_date } = row;
  return { template, topic, demands, values: values({ amount_cents, effective_date, fact }) };
}
