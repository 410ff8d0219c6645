/** One happening, done to the core and told to the oracle; what must be refused must be refused. */
import type { HoldKind } from '@roadbook/domain/contract/hold';
import type { PaymentPurpose } from '@roadbook/domain/contract/payment-fact';
import { liftHold, placeHold } from '@roadbook/domain/contract/place-hold';
import { quotePayoff } from '@roadbook/domain/loan/quote-payoff';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import { reversePayment } from '@roadbook/domain/payment/reverse-payment';
import { cancelScheduledPayment, schedulePayment } from '@roadbook/domain/payment/schedule-payment';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { same } from './disagreement.ts';
import {
  asLoan,
  refusedToCustomer,
  refusedToQuote,
  refusedToSchedule,
} from './expected-refusal.ts';
import type { Amount, Happening } from './life.ts';
import { plusDays } from './oracle/days.ts';
import { leaseDue } from './oracle/lease-answers.ts';
import { type LeaseBooks, totalOf, wholePayment } from './oracle/lease-books.ts';
import { arrive, type Life, takeBack } from './oracle/life.ts';
import { loanDue } from './oracle/loan-answers.ts';
import { laterOn, payoffOf } from './oracle/loan-books.ts';
import type { Money } from './oracle/promise.ts';
import { ask, type Shell, write } from './shell.ts';

export type Scene = {
  readonly shell: Shell;
  readonly life: Life;
  /** Under which number the core recorded each payment of the life. */
  readonly numbers: Map<string, { readonly seq: number; readonly money: Money }>;
  readonly quotes: { readonly seq: number; readonly days: ReadonlyMap<string, bigint> }[];
  readonly story: string[];
  readonly refusals: Set<string>;
};

/** Does what the happening says; null when it meant nothing that day (nothing to pay). */
export function act(scene: Scene, happening: Happening): boolean {
  switch (happening.what) {
    case 'pay':
      return pay(scene, happening);
    case 'return':
      return giveBack(scene, happening.payment);
    case 'schedule':
      return schedule(scene, happening);
    case 'cancel':
      return cancel(scene, happening.draft);
    case 'hold':
      return hold(scene, happening);
    case 'lift':
      return lift(scene, happening.kind);
    case 'quote':
      return quote(scene, happening.from);
  }
}

type Only<What extends Happening['what']> = Extract<Happening, { what: What }>;

function decide(
  { shell, life, story, refusals }: Scene,
  what: string,
  refusal: string | null,
  command: Parameters<typeof ask>[1],
): boolean {
  const outcome = ask(shell, command);
  const said = outcome.outcome === 'refused' ? outcome.code : null;
  story.push(`${life.today}  ${what}${said === null ? '' : ` — refused: ${said}`}`);
  same(`the refusal of: ${what}`, said, refusal);
  if (outcome.outcome === 'refused') {
    refusals.add(outcome.code);
    return false;
  }
  write(shell, outcome, date(life.today));
  return true;
}

function pay(scene: Scene, happening: Only<'pay'>): boolean {
  const { shell, life } = scene;
  const amountCents = amountOf(life, happening.amount);
  if (amountCents <= 0n) return false;
  const { purpose, channel, source } = happening;
  const asOf = life.promise.opening.asOf;
  const wanted = plusDays(life.today, source === 'customer' ? 0 : -happening.daysAgo);
  const receivedOn = life.chargedOff !== null && wanted < asOf ? asOf : wanted;
  const command = {
    amountCents,
    purpose: purpose as PaymentPurpose,
    channel,
    source,
    methodId: source === 'customer' ? 'method-1' : null,
    receivedOn: date(receivedOn),
  };
  const wish = { amountCents, purpose, on: receivedOn };
  const refusal =
    source === 'customer' ? refusedToCustomer(life, wish) : beforeUs(life, receivedOn);
  const what =
    `${happening.id}: ${source === 'customer' ? 'customer pays' : 'money arrives,'} ` +
    `${money(amountCents)} ${purpose} by ${channel}` +
    (receivedOn === life.today ? '' : `, received ${receivedOn}`);
  const decided = decide(scene, what, refusal, (history) =>
    receivePayment(shell.contract, command, date(life.today), history),
  );
  if (!decided) return true;
  const days = life.promise.rules.clearingDays[channel];
  const came: Money = {
    id: happening.id,
    amountCents,
    purpose,
    receivedOn,
    clearsOn: days === 0 ? null : plusDays(receivedOn, days),
    takenBack: false,
  };
  arrive(life, came);
  remember(scene, came);
  return true;
}

function beforeUs(life: Life, receivedOn: string): string | null {
  return receivedOn < life.promise.opening.asOf ? 'received-before-boarding' : null;
}

/** The newest payment entry is this money's. */
function remember({ shell, numbers }: Scene, came: Money): void {
  const entry = shell.history.findLast(({ kind }) => kind === 'payment');
  same('the amount of the newest payment', entry?.payment?.amountCents, came.amountCents);
  if (entry !== undefined) numbers.set(came.id, { seq: entry.seq, money: came });
}

export function amountOf(life: Life, { of, percent, moreCents }: Amount): bigint {
  const loan = asLoan(life.books);
  const lease = life.books as LeaseBooks;
  const due = loan === null ? leaseDue(lease) : loanDue(loan);
  const base = {
    due: due.past + due.fees + due.next,
    payoff: loan === null ? due.past + due.fees : payoffOf(loan),
    installment:
      loan === null ? totalOf(wholePayment(lease.promise)) : loan.promise.installmentCents,
  }[of];
  return (base * BigInt(percent)) / 100n + moreCents;
}

function giveBack(scene: Scene, id: string): boolean {
  const { shell, life, numbers } = scene;
  const known = numbers.get(id);
  if (known === undefined) return false;
  const refusal = known.money.takenBack ? 'payment-already-reversed' : null;
  const command = { paymentSeq: known.seq, reason: 'r01' };
  const what = `the bank takes back ${id} (${money(known.money.amountCents)})`;
  const decided = decide(scene, what, refusal, (history) =>
    reversePayment(shell.contract, command, date(life.today), history),
  );
  if (decided) takeBack(life, known.money);
  return true;
}

function schedule(scene: Scene, happening: Only<'schedule'>): boolean {
  const { shell, life } = scene;
  const { id, purpose, channel, on } = happening;
  const amountCents = amountOf(life, happening.amount);
  if (amountCents <= 0n) return false;
  const promised = {
    scheduleId: id,
    amountCents,
    on: date(on),
    purpose: purpose as PaymentPurpose,
    channel,
    methodId: 'method-1',
  };
  const refusal = refusedToSchedule(life, { amountCents, purpose, on });
  const what = `${id}: customer promises ${money(amountCents)} ${purpose} for ${on}`;
  const decided = decide(scene, what, refusal, () =>
    schedulePayment(shell.contract, promised, date(life.today)),
  );
  const clearDays = life.promise.rules.clearingDays[channel];
  if (decided) life.drafts.push({ id, on, amountCents, purpose, clearDays });
  return true;
}

function cancel(scene: Scene, draft: string): boolean {
  const { shell, life } = scene;
  const isThere = life.drafts.some(({ id }) => id === draft);
  const refusal = isThere ? null : 'scheduled-payment-not-found';
  decide(scene, `customer cancels ${draft}`, refusal, () =>
    cancelScheduledPayment(shell.contract, draft, date(life.today)),
  );
  life.drafts = life.drafts.filter(({ id }) => id !== draft);
  return true;
}

function hold(scene: Scene, { kind, until }: Only<'hold'>): boolean {
  const { shell, life } = scene;
  const from = life.today;
  const isThere = life.holds.some((each) => each.kind === kind && lasts(each.until, from));
  const placed = {
    kind: kind as HoldKind,
    from: date(from),
    until: until === null ? null : date(until),
    party: null,
    evidence: 'a letter',
    decidedBy: 'staff-1',
  };
  const what = `a ${kind} hold is placed${until === null ? '' : ` until ${until}`}`;
  const decided = decide(scene, what, isThere ? 'hold-already-placed' : null, () =>
    placeHold(shell.contract, placed, date(from)),
  );
  if (decided) life.holds.push({ kind, from, until });
  return true;
}

function lift(scene: Scene, kind: string): boolean {
  const { shell, life } = scene;
  const ending = life.holds.filter((each) => each.kind === kind && lasts(each.until, life.today));
  const refusal = ending.length > 0 ? null : 'hold-not-found';
  decide(scene, `the ${kind} hold is lifted`, refusal, () =>
    liftHold(shell.contract, kind as HoldKind, date(life.today)),
  );
  for (const each of ending) each.until = life.today;
  return true;
}

function lasts(until: string | null, today: string): boolean {
  return until === null || until > today;
}

/** Every day of the promise is the oracle's payoff of that day. */
function quote(scene: Scene, from: string): boolean {
  const { shell, life } = scene;
  const first: BusinessDate = date(from);
  const what = `a payoff quote is asked for, from ${from}`;
  const decided = decide(scene, what, refusedToQuote(life), () =>
    quotePayoff(shell.contract, first, date(life.today)),
  );
  const loan = asLoan(life.books);
  if (!decided || loan === null) return true;
  const memo = shell.memos.at(-1)?.days ?? '';
  const days = new Map(
    memo.split(' ').map((each) => {
      const [on = '', cents = ''] = each.split('=');
      return [on, BigInt(cents)] as const;
    }),
  );
  same('the days of a quote', days.size, life.promise.rules.quoteDays + 1);
  for (const [on, cents] of days)
    same(`the payoff quoted for ${on}`, cents, payoffOf(laterOn(loan, on)));
  scene.quotes.push({ seq: shell.contract.version, days });
  return true;
}

export function money(cents: bigint): string {
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
