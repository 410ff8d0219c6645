/**
 * Goal: letters go to just those who need one, and no code counts that is not on paper.
 * Method: the command itself over the sample's people, with files in a folder of its own.
 */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInvite } from '@roadbook/server/cli/commands/invite/run-invite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANA, boardNewcomers } from './identity/newcomers.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let folder: string;
beforeAll(async () => {
  portal = await openTestPortal();
  await boardNewcomers(portal.shell.store);
  folder = await mkdtemp(join(tmpdir(), 'roadbook-invite-'));
});
afterAll(async () => {
  await portal.end();
  await rm(folder, { recursive: true });
});

type Asked = { numbers?: readonly string[]; out?: string; again?: boolean };

async function invite({ numbers = [], out = 'letters.pdf', again = false }: Asked = {}) {
  const said: string[] = [];
  const code = await runInvite(
    portal.shell,
    {
      command: 'invite',
      numbers,
      out: join(folder, out),
      again,
      publicUrl: 'https://portal.larkspur.example',
    },
    { line: (text) => void said.push(text.replaceAll(folder, '')), progress: () => undefined },
  );
  return { code, said };
}

const open = () =>
  portal.shell.store.query('select person_id from invitation where used_at is null');

test('a contract that is not there stops everything', async () => {
  const { code, said } = await invite({ numbers: [ANA.contractNumber, 'LMF-9999'] });
  expect([code, said]).toEqual([2, ['There is no contract LMF-9999. Nothing was done.']]);
  expect(await open()).toEqual([]);
});

test('a file that is there, or in no folder, stays untouched and no code counts', async () => {
  await writeFile(join(folder, 'kept.pdf'), 'kept');
  expect((await invite({ out: 'kept.pdf' })).code).toBe(2);
  expect(await readFile(join(folder, 'kept.pdf'), 'utf8')).toBe('kept');
  expect((await invite({ out: 'nowhere/letters.pdf' })).code).toBe(2);
  expect(await open()).toEqual([]);
});

test('everybody with an address and no account gets one page that others cannot read', async () => {
  const { code, said } = await invite();
  expect(said).toEqual([
    '3 letters in /letters.pdf. The codes count until November 23, 2026. Print the file, then ' +
      'delete it: it opens accounts.',
    '3 people with an account.',
    '2 people kept out by a hold.',
  ]);
  expect(code).toBe(0);
  const { mode, size } = await stat(join(folder, 'letters.pdf'));
  expect(mode & 0o777).toBe(0o600);
  expect(size).toBeGreaterThan(10_000);
  expect(await open()).toHaveLength(3);
});

test('a letter that still counts is not written again, but where that is asked', async () => {
  const { code, said } = await invite({ out: 'second.pdf' });
  expect([code, said[0]]).toEqual([0, 'Nobody is to be invited: no file was written.']);
  expect((await readdir(folder)).toSorted()).toEqual(['kept.pdf', 'letters.pdf']);
  const again = { numbers: [ANA.contractNumber], out: 'again.pdf', again: true };
  expect((await invite(again)).said[0]).toMatch(/^2 letters/);
  expect(await open()).toHaveLength(3);
});
