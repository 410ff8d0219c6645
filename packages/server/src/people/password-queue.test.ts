import { expect, test } from 'vitest';
import { QUEUE_FULL, shortQueue } from './password-queue.ts';

test('few run at once, few wait, the rest is turned away, and places are given back', async () => {
  const run = shortQueue({ atOnce: 2, waiting: 3 });
  let running = 0;
  let most = 0;
  const work = async (): Promise<string> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return 'done';
  };
  const burst = () => Promise.all(Array.from({ length: 9 }, () => run(work)));
  for (let round = 0; round < 3; round += 1) {
    const answers = await burst();
    expect(answers.filter((each) => each === 'done')).toHaveLength(5);
    expect(answers.filter((each) => each === QUEUE_FULL)).toHaveLength(4);
  }
  expect(most).toBe(2);
});

test('work that fails gives its place back', async () => {
  const run = shortQueue({ atOnce: 1, waiting: 0 });
  await expect(run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await run(async () => 'done')).toBe('done');
});
