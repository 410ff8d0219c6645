import { describe, expect, it } from 'vitest';
import { askTogether } from './ask-together.ts';
import type { Store } from './store.ts';

const storeOf = (): Store => ({}) as Store;

/** A question that doubles a number, and the statements that were sent for it. */
function doubling(fails: (questions: readonly number[]) => boolean = () => false) {
  const sent: (readonly number[])[] = [];
  let release: () => void = () => undefined;
  let held = Promise.resolve();
  const ask = askTogether<number, number>(async (_store, questions) => {
    sent.push(questions);
    await held;
    if (fails(questions)) throw new Error(`cannot double ${questions.join(', ')}`);
    return questions.map((each) => 2 * each);
  });
  const hold = (): void => {
    held = new Promise((resolve) => {
      release = resolve;
    });
  };
  return { ask, sent, hold, letGo: () => release() };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('questions that are asked together', () => {
  it('go as one statement, and each gets its own answer', async () => {
    const { ask, sent } = doubling();
    const store = storeOf();
    expect(await Promise.all([3, 1, 2].map((each) => ask(store, each)))).toEqual([6, 2, 4]);
    expect(sent).toEqual([[3, 1, 2]]);
  });

  it('go to their own store each', async () => {
    const { ask, sent } = doubling();
    expect(await Promise.all([ask(storeOf(), 1), ask(storeOf(), 2)])).toEqual([2, 4]);
    expect(sent).toEqual([[1], [2]]);
  });

  it('wait for the statement that is under way while they are few', async () => {
    const { ask, sent, hold, letGo } = doubling();
    const store = storeOf();
    hold();
    const answers = [ask(store, 1)];
    await turn();
    answers.push(ask(store, 2));
    await turn();
    answers.push(ask(store, 3));
    await turn();
    expect(sent).toEqual([[1]]);
    letGo();
    expect(await Promise.all(answers)).toEqual([2, 4, 6]);
    expect(sent).toEqual([[1], [2, 3]]);
  });

  it('go while one statement is under way where they are many, and wait for two', async () => {
    const { ask, sent, hold, letGo } = doubling();
    const store = storeOf();
    const many = Array.from({ length: 16 }, (_, index) => index);
    hold();
    const answers = [ask(store, 100)];
    await turn();
    for (const each of many) answers.push(ask(store, each));
    await turn();
    for (const each of many) answers.push(ask(store, each));
    await turn();
    expect(sent).toEqual([[100], many]);
    letGo();
    await Promise.all(answers);
    expect(sent).toEqual([[100], many, many]);
  });

  it('are divided where they are more than a statement should have', async () => {
    const { ask, sent } = doubling();
    const store = storeOf();
    const many = Array.from({ length: 150 }, (_, index) => index);
    const answers = await Promise.all(many.map((each) => ask(store, each)));
    expect(answers).toEqual(many.map((each) => 2 * each));
    expect(sent.map((each) => each.length)).toEqual([64, 64, 22]);
  });

  it('do not fail each other', async () => {
    const { ask, sent } = doubling((questions) => questions.includes(2));
    const store = storeOf();
    const answers = await Promise.allSettled([1, 2, 3].map((each) => ask(store, each)));
    expect(answers.map((each) => (each.status === 'fulfilled' ? each.value : each.reason))).toEqual(
      [2, new Error('cannot double 2'), 6],
    );
    expect(sent).toEqual([[1, 2, 3], [1], [2], [3]]);
    expect(await ask(store, 5)).toBe(10);
  });

  it('that are asked after an answer get a new one', async () => {
    const { ask, sent } = doubling();
    const store = storeOf();
    await ask(store, 1);
    await ask(store, 1);
    expect(sent).toEqual([[1], [1]]);
  });
});
