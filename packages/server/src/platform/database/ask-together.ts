import { DatabaseAway } from './database-away.ts';
import type { Store } from './store.ts';

/** More than this in one statement is not faster, and one slow question holds up the others. */
const TOGETHER_MAX = 64;
/** While the database answers one statement, another may go; more would only divide. */
const UNDER_WAY_MAX = 2;
/** Fewer than this are not worth a second statement: they wait for the first to be answered. */
const SECOND_MIN = 16;

/** Answers questions of one kind, in their order, with one statement. */
type AskMany<Q, A> = (store: Store, questions: readonly Q[]) => Promise<readonly A[]>;

type Asked<Q, A> = {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * A question to the database that goes together with the same question of everybody who asks in
 * the same turn of the loop, or while earlier ones are being answered: a statement for many costs
 * hardly more than one for one. It is sent after the question was asked, so an answer is never
 * older than its question.
 */
export function askTogether<Q, A>(
  askMany: AskMany<Q, A>,
): (store: Store, question: Q) => Promise<A> {
  const askers = new WeakMap<Store, (asked: Asked<Q, A>) => void>();
  return (store, question) =>
    new Promise((resolve, reject) => {
      let ask = askers.get(store);
      if (ask === undefined) {
        ask = asker((questions: readonly Q[]) => askMany(store, questions));
        askers.set(store, ask);
      }
      ask({ question, resolve, reject });
    });
}

function asker<Q, A>(
  askAll: (questions: readonly Q[]) => Promise<readonly A[]>,
): (asked: Asked<Q, A>) => void {
  let waiting: Asked<Q, A>[] = [];
  let underWay = 0;
  let isScheduled = false;
  const mayGo = (): boolean =>
    underWay === 0 ? waiting.length > 0 : underWay < UNDER_WAY_MAX && waiting.length >= SECOND_MIN;
  const schedule = (): void => {
    if (isScheduled || !mayGo()) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      while (mayGo()) send();
    });
  };
  const send = (): void => {
    const together = waiting.slice(0, TOGETHER_MAX);
    waiting = waiting.slice(TOGETHER_MAX);
    underWay += 1;
    void answerAll(askAll, together).finally(() => {
      underWay -= 1;
      schedule();
    });
  };
  return (asked) => {
    waiting.push(asked);
    schedule();
  };
}

/** Never rejects: each question hears of its own failure. */
async function answerAll<Q, A>(
  askAll: (questions: readonly Q[]) => Promise<readonly A[]>,
  together: readonly Asked<Q, A>[],
): Promise<void> {
  try {
    const answers = await askAll(together.map(({ question }) => question));
    for (const [index, { resolve }] of together.entries()) resolve(answers[index] as A);
  } catch (error) {
    // One question must not fail the others, so after a failure each is asked by itself. A database
    // that is away fails them all, and asking it many times over would only take longer.
    const isForAll = together.length === 1 || error instanceof DatabaseAway;
    if (isForAll) for (const { reject } of together) reject(error);
    else await Promise.all(together.map((each) => answerAll(askAll, [each])));
  }
}
