/**
 * Goal: an installation on one folder: started, used by commands, refused to a second one, killed
 * and started again.
 * Method: real processes on folders of their own.
 */
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { socketPathOf } from '@roadbook/server/platform/data-folder/embedded-folder';
import { leaseFile, loanFile } from '@roadbook/server/testing/sample-book';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, type Server, startServer } from '../kill/server-process.ts';
import { runCommand } from './run-command.ts';

let folder: string;
let settings: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadbook-test-'));
  settings = { ROADBOOK_DATA: join(folder, 'data') };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

/** What there is, as the proof of the ledger counts it. */
const counted = async (): Promise<string> => {
  const { said, code } = await runCommand(settings, 'check-ledger');
  expect(code, said).toBe(0);
  const count = (what: string): string | undefined =>
    new RegExp(`^${what} +(\\d+)`, 'm').exec(said)?.[1];
  return `${count('Contracts')} contracts, ${count('Entries')} entries`;
};

describe('while the server runs', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    server = await startServer(settings, port);
  });
  afterAll(() => server.kill());

  test('a second one on the folder is refused and the first goes on', async () => {
    const other = { ...settings, PORT: `${await freePort()}` };
    const { code, said } = await runCommand(other, 'serve');
    expect(code).toBe(2);
    expect(said).toBe(
      `Another Roadbook is running on ${settings.ROADBOOK_DATA}. Stop it first, or give this one ` +
        'its own folder with ROADBOOK_DATA.\n',
    );
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });

  test('another one on its port is refused and says so', async () => {
    const other = { ROADBOOK_DATA: join(folder, 'elsewhere'), PORT: `${port}` };
    const { code, said } = await runCommand(other, 'serve');
    expect(code).toBe(2);
    expect(said).toContain(`Port ${port} of 127.0.0.1 is taken by another program. Stop it, or`);
    await expect(stat(join(folder, 'elsewhere'))).rejects.toThrow('ENOENT');
  });

  test('its passwords being known, no demonstration is made where others reach it', async () => {
    const other = { ROADBOOK_DATA: join(folder, 'public'), ROADBOOK_DEMO: '1' };
    const address = { PUBLIC_URL: 'https://portal.larkspur.example', PORT: `${await freePort()}` };
    const { said } = await runCommand({ ...other, ...address }, 'serve');
    expect(said).toContain('No demonstration was made, because others reach this address');
    const { said: proof } = await runCommand(other, 'check-ledger');
    expect(proof).toMatch(/^Contracts +0$/m);
  });

  test('a command goes through it: boarding with paths of the caller’s folder', async () => {
    await write('loans.xml', loanFile([{ assetNumber: 'A-1' }, { assetNumber: 'A-2' }]));
    await write('people.csv', 'asset_number,role,first_name,last_name\nA-1,borrower,Dana,Whit\n');
    const here = { ...settings, INIT_CWD: folder };
    // How old the sample file is depends on the day of the test.
    const paths = ['--parties', 'people.csv', '--rejects', 'rejects.csv'];
    const args = ['loans.xml', ...paths, '--old-file'];
    const { code, said } = await runCommand(here, 'board', ...args, '--deal', 'LARK-1');
    expect(code, said).toBe(0);
    expect(said).toMatch(/Boarded +2 \(2 loans, 0 leases\)/);
    expect(said).toMatch(/End balance in file +36500\.84/);
    expect((await readFile(join(folder, 'rejects.csv'), 'utf8')).split('\n')).toHaveLength(2);
    const again = await runCommand(here, 'board', ...args, '--deal', 'LARK-1');
    expect(again.said).toMatch(/Unchanged +2/);
  });

  test('a token made by a command opens the API of the running server', async () => {
    const { said } = await runCommand(settings, 'token', '--audience', 'integrator');
    const url = `${server.url}/api/v1/integrator/contracts?deal=LARK-1&assetNumber=A-2`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${said.trim()}` } });
    expect(await answer.json()).toMatchObject({ contracts: [{ contractNumber: 'LARK-1-A-2' }] });
    expect((await runCommand(settings, 'token', 'revoke', 'unnamed')).code).toBe(0);
    const refused = await fetch(url, { headers: { authorization: `Bearer ${said.trim()}` } });
    expect(refused.status).toBe(401);
    expect((await runCommand(settings, 'token', 'revoke', 'nobody')).code).toBe(2);
    const list = await runCommand(settings, 'token', 'list');
    expect(list.said).toMatch(/ {2}unnamed {2}integrator {2}made .+ {2}revoked /);
    expect(list.said).not.toContain(said.trim().slice(-20));
  });

  describe('a file that cannot be boarded', () => {
    const good = loanFile([{ assetNumber: 'B-1' }]);
    const cases: [string, string, string | Buffer | null, number, RegExp[]][] = [
      ['is missing', 'none.xml', null, 2, [/There is no file .*none\.xml\. Check the path\./]],
      [
        'is no XML',
        'letter.xml',
        'Dear Sirs,\nplease find enclosed our loans.',
        2,
        [/\[not-xml\]/, /Accepted: well-formed XML/, /Nothing was boarded from it/],
      ],
      ['is empty', 'empty.xml', '', 2, [/The file is empty/]],
      [
        'is of another schema',
        'cards.xml',
        '<?xml version="1.0"?><assetData xmlns="http://cards.example"><assets/></assetData>',
        2,
        [/\[unknown-schema\]/, /Nothing was boarded from it/],
      ],
      [
        'declares a document type',
        'doctype.xml',
        good.replace('?>', '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
        2,
        [/\[document-type\]/],
      ],
      [
        'has a record that is not closed',
        'broken.xml',
        good.replace('</assetNumber>', ''),
        1,
        [/Rejected record 1/, /Rejected +1/],
      ],
      [
        'breaks off',
        'half.xml',
        good.slice(0, good.length - 60),
        1,
        [/breaks off/, /Accepted: the complete file/],
      ],
      [
        'is not in the encoding it names',
        'latin.xml',
        Buffer.concat([
          Buffer.from('<?xml version="1.0" encoding="UTF-8"?>'),
          Buffer.from(good.replace(/^<\?xml.*?\?>/, '').replace('B-1', 'B-é'), 'latin1'),
        ]),
        1,
        [/is not UTF-8/i, /save or convert the file as UTF-8/],
      ],
      [
        'is a CSV that lacks columns',
        'contracts.csv',
        'product,assetNumber\nloan,B-1\n',
        2,
        [/reportingPeriodEndingDate/, /Nothing was boarded from it/],
      ],
      [
        'has a record that contradicts itself',
        'wrong.xml',
        loanFile([{ assetNumber: 'B-1', originalLoanAmount: '-5.00' }]),
        1,
        [/originalLoanAmount = -5\.00 \[negative-amount\]/, /Accepted: 0 or/],
      ],
    ];

    let before: string;
    beforeAll(async () => {
      before = await counted();
    });
    afterAll(async () => {
      expect(await counted()).toBe(before);
      // How many days were lived since the cut-off depends on the day of the test.
      expect(before).toMatch(/^2 contracts, /);
    });

    test.each(cases)('because it %s', async (_why, name, content, code, sentences) => {
      const path = content === null ? join(folder, name) : await write(name, content);
      const ended = await runCommand(settings, 'board', path, '--old-file');
      for (const sentence of sentences) expect(ended.said).toMatch(sentence);
      expect(ended.code, ended.said).toBe(code);
      expect(ended.said).not.toMatch(/\bat .*\.ts:\d|undefined/);
    });

    test('before it is said whether its rates are percents', async () => {
      const percents = { originalInterestRatePercentage: '6.49' };
      const file = await write('percents.xml', loanFile([{ assetNumber: 'B-1', ...percents }]));
      const { code, said } = await runCommand(settings, 'board', file, '--old-file');
      expect([code, said]).toEqual([2, expect.stringContaining('--rates percent')]);
      expect(said).toContain('Nothing was boarded');
    });

    test('because its parties file lacks columns', async () => {
      const file = await write('good.xml', good);
      const parties = await write('parties.csv', 'contract_number,first_name\nX,Dana\n');
      const { code, said } = await runCommand(settings, 'board', file, '--parties', parties);
      expect([code, said]).toEqual([2, expect.stringContaining('The parties file was refused.')]);
      expect(said).toMatch(/role \[missing-column\]/);
    });

    test('because its rejects cannot be written, or would overwrite it', async () => {
      const file = await write('good.xml', good);
      const nowhere = join(folder, 'no', 'such', 'folder', 'rejects.csv');
      const lost = await runCommand(settings, 'board', file, '--rejects', nowhere);
      expect([lost.code, lost.said]).toEqual([2, expect.stringContaining('cannot be written')]);
      const itself = await runCommand(settings, 'board', file, '--rejects', file);
      expect([itself.code, itself.said]).toEqual([2, expect.stringContaining('overwrite')]);
      expect(await readFile(file, 'utf8')).toBe(good);
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    });

    test('because its cut-off is no day', async () => {
      const file = await write('good.xml', good);
      const { code, said } = await runCommand(settings, 'board', file, '--as-of', '2026-02-30');
      expect([code, said]).toEqual([2, expect.stringContaining('not a date that exists')]);
    });
  });

  test('a day that has not come is not closed', async () => {
    const { code, said } = await runCommand(settings, 'close-day', '--through', '2199-01-01');
    expect([code, said]).toEqual([2, expect.stringContaining('has not come yet')]);
  });

  test('socket and keys are readable by their owner alone', async () => {
    const data = settings.ROADBOOK_DATA ?? '';
    const paths = [socketPathOf(data), join(data, 'keys', 'keys.txt')];
    for (const path of paths) expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(data)).mode & 0o777).toBe(0o700);
  });

  test('killed, it leaves a socket that the next command takes over', async () => {
    server.kill();
    await server.ended;
    const data = settings.ROADBOOK_DATA ?? '';
    await stat(socketPathOf(data));
    expect(await counted()).toMatch(/^2 contracts, /);
    expect((await readdir(data)).toSorted()).toEqual(['db', 'keys']);
  });
});

describe('told to stop', () => {
  test('a server does not wait for a connection on which nobody asks anything', async () => {
    const port = await freePort();
    const server = await startServer({ ROADBOOK_DATA: join(folder, 'stopped') }, port);
    const silent = connect(port, '127.0.0.1').on('error', () => undefined);
    await once(silent, 'connect');
    // Connections are taken in their order: when this one is answered, the silent one is there.
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    await server.stop();
    silent.destroy();
  });
});

describe('while no server runs', () => {
  test('a command opens the folder itself', async () => {
    const file = await write('leases.xml', leaseFile([{ assetNumber: 'C-1' }]));
    const { code, said } = await runCommand(settings, 'board', file, '--old-file');
    expect(code, said).toBe(0);
    expect(said).toMatch(/Boarded +1 \(0 loans, 1 leases\)/);
  });

  test('two commands at once: one works, the other waits or is told', async () => {
    const [first, second] = await Promise.all([
      runCommand(settings, 'check-ledger'),
      runCommand(settings, 'check-ledger'),
    ]);
    const said = [first.said, second.said];
    expect(said.some((each) => each.includes('The ledger proves'))).toBe(true);
    for (const each of [first, second]) {
      expect(each.said).toMatch(/The ledger proves|Another (?:command|Roadbook) is running/);
      expect(each.code).toBe(each.said.includes('The ledger proves') ? 0 : 2);
    }
  });

  test('keys that are not the right ones are refused, and so is a missing key file', async () => {
    const data = settings.ROADBOOK_DATA ?? '';
    const keys = join(data, 'keys', 'keys.txt');
    const kept = join(folder, 'kept-keys.txt');
    const before = await counted();
    await rename(keys, kept);
    const missing = await runCommand(settings, 'check-ledger');
    expect([missing.code, missing.said]).toEqual([2, expect.stringContaining('from your backup')]);
    const made = await runCommand(settings, 'make-keys');
    await writeFile(keys, made.said.trim().replace(',', '\n'));
    const wrong = await runCommand(settings, 'check-ledger');
    expect(wrong.code).toBe(2);
    expect(wrong.said).toMatch(/These keys are not the ones .* Start with the right keys\./);
    await rename(kept, keys);
    expect(await counted()).toBe(before);
  });

  test('a data folder that is a file is refused, and the setting named', async () => {
    const ROADBOOK_DATA = await write('no-folder', 'text');
    const { code, said } = await runCommand({ ROADBOOK_DATA }, 'check-ledger');
    expect(code).toBe(2);
    expect(said).toBe(
      `${ROADBOOK_DATA} is a file, and ROADBOOK_DATA needs a folder. Name another.\n`,
    );
  });

  test('a rejects file on a full disk is said to be incomplete, without a stack', async () => {
    const file = await write('semicolons.csv', 'product;assetNumber\n');
    const { code, said } = await runCommand(settings, 'board', file, '--rejects', '/dev/full');
    expect([code, said]).toEqual([2, expect.stringContaining('could not be written whole')]);
    expect(said).not.toMatch(/^ +at /m);
  });

  test('a folder with a very long name works as well', async () => {
    const deep = join(folder, 'a-folder-with-a-long-name'.repeat(6), 'data');
    const port = await freePort();
    const server = await startServer({ ROADBOOK_DATA: deep }, port);
    const { code, said } = await runCommand({ ROADBOOK_DATA: deep }, 'check-ledger');
    expect([code, said]).toEqual([0, expect.stringContaining('The ledger proves')]);
    await server.stop();
    await expect(stat(socketPathOf(deep))).rejects.toThrow('ENOENT');
  });
});

describe('with a database server', () => {
  const address = 'postgres://nobody:secret@127.0.0.1:1/none';

  test('keys must be given', async () => {
    const { code, said } = await runCommand({ DATABASE_URL: address }, 'check-ledger');
    expect([code, said]).toEqual([2, expect.stringContaining('set ROADBOOK_KEYS')]);
  });

  test('a simulated gateway must be asked for', async () => {
    const { code, said } = await runCommand({ DATABASE_URL: address }, 'serve');
    expect([code, said]).toEqual([2, expect.stringContaining('ROADBOOK_SIMULATE=1')]);
  });

  test('one that cannot be reached is named without its password', async () => {
    const { said: keys } = await runCommand({}, 'make-keys');
    for (const host of ['127.0.0.1', 'localhost']) {
      const DATABASE_URL = address.replace('127.0.0.1', host);
      const settingsOf = { DATABASE_URL, ROADBOOK_KEYS: keys.trim() };
      const { code, said } = await runCommand(settingsOf, 'check-ledger');
      expect([code, said]).toEqual([2, expect.stringMatching(/ECONNREFUSED|cannot be reached/)]);
      expect(said).not.toContain('secret');
    }
  });
});

describe('the command line', () => {
  test.each([
    [[], /Usage: roadbook/],
    [['bord'], /unknown command 'bord'[\s\S]*board/],
    [['board'], /Name a file of contracts/],
    [['token'], /required option '--audience/],
    [['token', 'revoke'], /missing required argument 'name-or-id'/],
    [['token', 'lost'], /too many arguments for 'token'/],
    [['token', '--audience', 'anybody'], /Allowed choices are integrator/],
    [['close-day', '--through', 'tomorrow'], /not a date that exists/],
    [['board', '--speed'], /unknown option '--speed'/],
  ])('%s is answered with what to do', async (args, sentence) => {
    const { code, said } = await runCommand({}, ...args);
    expect([code, said]).toEqual([2, expect.stringMatching(sentence)]);
  });
});
