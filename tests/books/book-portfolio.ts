/** The small portfolio of a kept book: every story of the demonstration, and a few of our own. */
import { addDays, type BusinessDate, partsOf } from '@roadbook/domain/time/calendar';
import type { Act } from '@roadbook/server/demo/act';
import { demoPortfolio, type Portfolio } from '@roadbook/server/demo/portfolio';

const SEED = 'kept book';

/** What happens to an ordinary contract of the demonstration instead of its own payments. */
type OwnStory = (acts: readonly Act[], today: BusinessDate) => readonly Act[];

const LOANS: readonly OwnStory[] = [payoffComesBack, paysAHalf, (acts) => acts];
const LEASES: readonly OwnStory[] = [
  // Nobody ever pays: it is charged off.
  () => [],
  paymentComesBack,
  paysAfterGrace,
  promisesNext,
  paysAHalf,
  (acts) => acts,
];

export function bookPortfolio(today: BusinessDate): Portfolio {
  const whole = demoPortfolio(SEED, today);
  const ordinary = <H extends { readonly contract: { readonly story: unknown } }>(
    held: readonly H[],
  ): H[] => held.filter(({ contract }) => contract.story === null);
  const ownLoans = ordinary(whole.loans).slice(0, LOANS.length);
  const ordinaryLeases = ordinary(whole.leases);
  const ownLeases = ordinaryLeases.slice(0, LEASES.length);
  // A payment that falls due on the very day on which the book is opened by another build.
  const { day } = partsOf(today);
  ownLeases.push(
    ...ordinaryLeases
      .slice(LEASES.length)
      .filter(({ contract: { terms, lateBy } }) => terms.dueDay === day && lateBy === 0)
      .slice(0, 1),
  );
  const loans = [...whole.loans.filter(({ contract }) => contract.story !== null), ...ownLoans];
  const leases = [...whole.leases.filter(({ contract }) => contract.story !== null), ...ownLeases];
  const actsOf = (assetNumber: string): Act[] =>
    whole.acts.filter((act) => act.assetNumber === assetNumber);
  const told = [
    ...ownLoans.map(({ contract }, at) => LOANS[at]?.(actsOf(contract.assetNumber), today)),
    ...ownLeases.map(({ contract }, at) => {
      const acts = actsOf(contract.assetNumber);
      return LEASES[at]?.(acts, today) ?? acts;
    }),
  ].flatMap((acts) => acts ?? []);
  const own = new Set([...ownLoans, ...ownLeases].map(({ contract }) => contract.assetNumber));
  const kept = new Set([...loans, ...leases].map(({ contract }) => contract.assetNumber));
  const asTold = whole.acts.filter(
    ({ assetNumber }) => kept.has(assetNumber) && !own.has(assetNumber),
  );
  const people = new Set([...loans, ...leases].flatMap((held) => held.people));
  return {
    ...whole,
    people: whole.people.filter((person) => people.has(person)),
    loans,
    leases,
    acts: [...asTold, ...told].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}

/** The last payment is the payoff; the bank sends it back five days later. */
function payoffComesBack(acts: readonly Act[]): Act[] {
  const [last, before] = [acts.at(-1), acts.slice(0, -1)];
  if (last?.does.kind !== 'pay') throw new RangeError('a loan was paid');
  const { amountCents: _, ...payment } = last.does.payment;
  const back = { kind: 'send-back', receivedOn: payment.receivedOn, reason: 'r01' } as const;
  return [
    ...before,
    { ...last, does: { kind: 'pay-off', payment: { ...payment, purpose: 'payoff' } } },
    { ...last, on: addDays(last.on, 5), does: back },
  ];
}

/** The third payment comes back after nine days, when its grace is over. */
function paymentComesBack(acts: readonly Act[]): Act[] {
  const third = acts[2];
  if (third?.does.kind !== 'pay') throw new RangeError('three payments were made');
  const { receivedOn } = third.does.payment;
  const back = { kind: 'send-back', receivedOn, reason: 'r01' } as const;
  return [...acts, { ...third, on: addDays(third.on, 9), does: back }];
}

/** The third payment comes 16 days late, and nobody pays the fee for it. */
function paysAfterGrace(acts: readonly Act[]): Act[] {
  return acts.map((act, at) => (at === 2 ? later(act, 16) : act));
}

function later(act: Act, days: number): Act {
  if (act.does.kind !== 'pay') return act;
  const receivedOn = addDays(act.does.payment.receivedOn, days);
  const payment = { ...act.does.payment, receivedOn };
  return { ...act, on: addDays(act.on, days), does: { kind: 'pay', payment } };
}

/** Half of the last payment. */
function paysAHalf(acts: readonly Act[]): Act[] {
  return acts.map((act, at) => {
    if (at < acts.length - 1 || act.does.kind !== 'pay') return act;
    const { payment } = act.does;
    return {
      ...act,
      does: { kind: 'pay', payment: { ...payment, amountCents: payment.amountCents / 2n } },
    };
  });
}

/** Pays as ever, and has promised a payment for next week. */
function promisesNext(acts: readonly Act[], today: BusinessDate): Act[] {
  const last = acts.at(-1);
  if (last?.does.kind !== 'pay') throw new RangeError('a lease was paid');
  const { amountCents, methodId } = last.does.payment;
  const scheduled = {
    scheduleId: '6d0f9c1e-7a54-4f0e-9a43-51c0de5c0b01',
    amountCents,
    on: addDays(today, 6),
    purpose: 'regular',
    channel: 'bank-debit',
    methodId: methodId ?? '6d0f9c1e-7a54-4f0e-9a43-51c0de5c0b02',
  } as const;
  return [...acts, { ...last, on: addDays(today, -2), does: { kind: 'promise', scheduled } }];
}
