import { expect, test } from 'vitest';
import { nextTurn, workAhead } from './work-ahead.ts';

/** Batches 1, 2 and 3, noting when each is made; the one named cannot be. */
function batchesNoting(notes: string[], broken = 0) {
  return (async function* () {
    try {
      for (const batch of [1, 2, 3]) {
        await nextTurn();
        if (batch === broken) throw new Error(`${batch} cannot be made`);
        notes.push(`made ${batch}`);
        yield batch;
      }
    } finally {
      notes.push('let go');
    }
  })();
}

test('a batch is made while the one before it is worked on, and not earlier', async () => {
  const notes: string[] = [];
  await workAhead(batchesNoting(notes), async (batch) => {
    notes.push(`begun ${batch}`);
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    notes.push(`done ${batch}`);
  });
  expect(notes).toEqual([
    ...['made 1', 'begun 1', 'made 2', 'done 1'],
    ...['begun 2', 'made 3', 'done 2', 'let go', 'begun 3', 'done 3'],
  ]);
});

test('a batch that cannot be made is heard of after the one before it is done', async () => {
  const notes: string[] = [];
  const run = workAhead(batchesNoting(notes, 2), async (batch) => {
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    notes.push(`done ${batch}`);
  });
  await expect(run).rejects.toThrow('2 cannot be made');
  expect(notes).toEqual(['made 1', 'let go', 'done 1']);
});

test('work that fails lets the source go, and its failure is the one that is heard', async () => {
  const notes: string[] = [];
  const run = workAhead(batchesNoting(notes, 3), async (batch) => {
    await nextTurn();
    if (batch === 2) throw new Error('2 cannot be written');
  });
  await expect(run).rejects.toThrow('2 cannot be written');
  expect(notes).toEqual(['made 1', 'made 2', 'let go']);
});
