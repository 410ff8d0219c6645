/** A life is lived by the core and by the oracle at once, and every day they are asked the same. */
import { closeContract } from '@roadbook/domain/close/close-contract';
import { liveDays } from '@roadbook/domain/close/live-days';
import { nextBusinessDate } from '@roadbook/domain/close/next-business-date';
import { payoff } from '@roadbook/domain/loan/payoff';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { act } from './act.ts';
import { type Announced, announcedFee, feeCame } from './announced-fee.ts';
import { compare, type Time } from './compare.ts';
import { board } from './core-terms.ts';
import { same } from './disagreement.ts';
import { atTheEnd, principalIsConserved } from './invariants.ts';
import { catchUp, keepUp, type Laggard, laggard } from './late-close.ts';
import type { SimulatedLife } from './life.ts';
import { type Day, plusDays, tomorrow } from './oracle/days.ts';
import { begin, evening, wake } from './oracle/life.ts';
import type { Scene } from './scene.ts';
import { openShell, type Shell, write } from './shell.ts';

export type Lived = {
  readonly story: readonly string[];
  /** Kinds of entry, refusals and endings that the life met. */
  readonly met: ReadonlySet<string>;
  readonly failure: Error | null;
};

/** Looks at the contract of the day, before its close and after it; throws a disagreement. */
export type Look = (shell: Shell, day: Day, time: Time) => void;

/** Lives a life to its end, or to the first disagreement. */
export function live(life: SimulatedLife, look: Look = () => {}): Lived {
  const { opensOn, promise } = life;
  const opening = liveDays(board(promise), date(promise.opening.asOf), date(opensOn));
  const shell = openShell(opening, date(opensOn));
  const scene: Scene = {
    shell,
    life: begin(life.told, opensOn),
    numbers: new Map(),
    quotes: [],
    story: [],
    refusals: new Set(),
  };
  let failure: Error | null = null;
  try {
    liveThrough(life, scene, look);
  } catch (thrown) {
    failure = thrown instanceof Error ? thrown : new Error(String(thrown));
  }
  const { product, status } = shell.contract;
  const kinds = shell.history.map(({ kind }) => kind);
  const met = new Set<string>([...kinds, ...scene.refusals, `${product} ${status}`]);
  return { story: scene.story, met, failure };
}

function liveThrough(life: SimulatedLife, scene: Scene, look: Look): void {
  const { promise, happenings, opensOn, lastDay } = life;
  const { shell } = scene;
  let next = 0;
  let lagging: Laggard = laggard(shell.contract, plusDays(opensOn, -1));
  let announced: Announced | null = null;
  for (let day = opensOn; day <= lastDay; day = tomorrow(day)) {
    if (day > opensOn) wake(scene.life);
    let isQuiet = true;
    for (let each = happenings[next]; each?.day === day; each = happenings[next]) {
      next += 1;
      if (isQuiet) catchUp(lagging, shell.contract, plusDays(day, -1));
      isQuiet = false;
      act(scene, each);
      compare(shell.contract, scene.life, 'before the close');
      principalIsConserved(shell, promise);
    }
    if (isQuiet) compare(shell.contract, scene.life, 'before the close');
    keepQuotes(scene);
    look(shell, day, 'before the close');
    const isIdle = closeDay(scene, date(day)) === 0 && isQuiet;
    feeCame(announced, shell, scene.life, isQuiet);
    announced = announcedFee(shell, scene.life);
    // On an idle day the next morning asks the same questions of the same books.
    if (!isIdle || day === lastDay) compare(shell.contract, scene.life, 'after the close');
    look(shell, day, 'after the close');
    principalIsConserved(shell, promise);
    lagging = isQuiet ? keepUp(lagging, shell, day) : laggard(shell.contract, day);
    if (next >= happenings.length && shell.contract.status === 'closed') break;
  }
  atTheEnd(shell, promise);
}

/** The close of a day, only if the core says there is business; how many entries it made. */
function closeDay({ shell, life, numbers, story }: Scene, on: BusinessDate): number {
  const known = life.money.length;
  const hasBusiness = nextBusinessDate(shell.contract, on) === on;
  const decision = closeContract(shell.contract, { on });
  if (!hasBusiness) same('entries on a day without business', decision.entries, []);
  if (decision.entries.length > 0) {
    write(shell, decision, on);
    same('entries of the same close again', closeContract(shell.contract, { on }).entries, []);
  }
  for (const { kind, postings } of decision.entries) {
    const cents = postings.map((each) => each.cents).join(' + ');
    story.push(`${on}  close: ${kind}${cents === '' ? '' : ` ${cents}`}`);
  }
  evening(life);
  const drawn = life.money.slice(known);
  const payments = decision.entries.filter(({ kind }) => kind === 'payment');
  same('drafts drawn', payments.length, drawn.length);
  drawn.forEach((money, index) => {
    const seq = payments[index]?.after.version ?? 0;
    same('the amount of a draft', payments[index]?.payment?.amountCents, money.amountCents);
    numbers.set(money.id, { seq, money });
  });
  return decision.entries.length;
}

/** What closes may do to a loan without touching what a quote has promised: it foresaw them. */
const FORESEEN = [
  'late-fee',
  'small-balance-written-off',
  'money-cleared',
  'term-ended',
  'loan-closed',
  'payoff-quoted',
];

/** What was promised for a day is what is asked for on it, if no money or hold came in between. */
function keepQuotes({ shell, quotes, life }: Scene): void {
  const { contract, history } = shell;
  if (contract.product !== 'loan') return;
  for (const { seq, days } of quotes) {
    const promised = days.get(life.today);
    if (promised === undefined) continue;
    if (!history.slice(seq).every(({ kind }) => FORESEEN.includes(kind))) continue;
    same('the payoff on a quoted day', payoff(contract, date(life.today)).totalCents, promised);
  }
}
