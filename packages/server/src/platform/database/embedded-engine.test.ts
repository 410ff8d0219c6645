import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Engine, embeddedEngine } from './embedded-engine.ts';

const panic = Object.assign(new Error('could not write to file'), {
  code: '53100',
  severity: 'PANIC',
});

/** An engine of which only the number matters, and whether it may still be asked. */
const numbered = (number: number) =>
  ({ number, close: async () => undefined }) as unknown as PGlite;
const numberOf = ({ database }: Engine) => (database as unknown as { number: number }).number;

let opened: number;
let opens: () => void;
const open = async (): Promise<PGlite> => {
  opens();
  opened += 1;
  return numbered(opened);
};
beforeEach(() => {
  opened = 0;
  opens = () => undefined;
});
afterEach(() => vi.useRealTimers());

const failWith = (error: unknown) => async (engine: Engine) => {
  engine.giveUpAfter(error);
  throw error;
};

test('an engine that gave up is asked no more: who waits gets a new one', async () => {
  const engine = await embeddedEngine(undefined, open);
  const failed = engine.use(failWith(panic));
  const waiting = [engine.use(async (each) => numberOf(each)), engine.use(async () => opened)];
  await expect(failed).rejects.toBe(panic);
  expect(await Promise.all(waiting)).toEqual([2, 2]);
});

test('an ordinary refusal keeps the engine', async () => {
  const engine = await embeddedEngine(undefined, open);
  const refused = Object.assign(new Error('duplicate key'), { code: '23505', severity: 'ERROR' });
  await expect(engine.use(failWith(refused))).rejects.toBe(refused);
  expect(await engine.use(async (each) => numberOf(each))).toBe(1);
});

test('a folder that cannot be opened again is away, and tried again after a while', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(10_000);
  const engine = await embeddedEngine(undefined, open);
  await engine.use(failWith(panic)).catch(() => undefined);
  let tries = 0;
  opens = () => {
    tries += 1;
    throw new Error('PGlite failed to initialize properly');
  };
  for (let n = 0; n < 3; n += 1) {
    await expect(engine.use(async () => 1)).rejects.toMatchObject({ name: 'DatabaseAway' });
  }
  expect(tries).toBe(1);
  opens = () => undefined;
  clock.mockReturnValue(12_500);
  expect(await engine.use(async (each) => numberOf(each))).toBe(2);
  clock.mockRestore();
});

test('a folder that was taken away is not written and not made anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-engine-'));
  const database = join(folder, 'db');
  await mkdtemp(join(folder, 'x'));
  await rm(database, { recursive: true, force: true });
  await writeFile(join(folder, 'PG_VERSION'), '18');
  const engine = await embeddedEngine(folder, open);
  expect(await engine.use(async () => 'there')).toBe('there');
  await rename(join(folder, 'PG_VERSION'), join(folder, 'moved'));
  await expect(engine.use(async () => 1)).rejects.toMatchObject({ name: 'DatabaseAway' });
  await writeFile(join(folder, 'PG_VERSION'), '18');
  await expect(engine.use(async () => 1)).rejects.toMatchObject({ name: 'DatabaseAway' });
  await rename(join(folder, 'moved'), join(folder, 'PG_VERSION'));
  expect(await engine.use(async () => 'back')).toBe('back');
  expect(opened).toBe(1);
  await rm(folder, { recursive: true });
});
