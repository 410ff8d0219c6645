/** Holds and payoff quotes, done to the core and told to the oracle. */
import type { HoldKind } from '@roadbook/domain/contract/hold';
import { liftHold, placeHold } from '@roadbook/domain/contract/place-hold';
import { quotePayoff } from '@roadbook/domain/loan/quote-payoff';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { same } from './disagreement.ts';
import { asLoan, refusedToQuote } from './expected-refusal.ts';
import { plusDays } from './oracle/days.ts';
import { loanOn } from './oracle/life.ts';
import { payoffOf } from './oracle/loan-books.ts';
import { decide, type Only, type Scene } from './scene.ts';

export function hold(scene: Scene, { kind, until }: Only<'hold'>): boolean {
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

export function lift(scene: Scene, kind: string): boolean {
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
export function quote(scene: Scene, from: string): boolean {
  const { shell, life } = scene;
  const first: BusinessDate = date(from);
  const what = `a payoff quote is asked for, from ${from}`;
  const decided = decide(scene, what, refusedToQuote(life, from), () =>
    quotePayoff(shell.contract, first, date(life.today)),
  );
  const loan = asLoan(life.books);
  if (!decided || loan === null) return true;
  const { quoteDays, quoteMailDays } = life.promise.rules;
  life.quotes.push({ on: life.today, through: plusDays(from, quoteDays + quoteMailDays) });
  const memo = shell.memos.at(-1)?.days ?? '';
  const days = new Map(
    memo.split(' ').map((each) => {
      const [on = '', cents = ''] = each.split('=');
      return [on, BigInt(cents)] as const;
    }),
  );
  same('the days of a quote', days.size, quoteDays + 1);
  for (const [on, cents] of days)
    same(`the payoff quoted for ${on}`, cents, payoffOf(loanOn(life, loan, on)));
  scene.quotes.push({ seq: shell.contract.version, days });
  return true;
}
