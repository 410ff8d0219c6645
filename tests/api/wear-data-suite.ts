/**
 * Goal: a guide or a table of charges is the lender's data: imported it counts at once, broken it
 * changes nothing.
 * Method: files are written and imported as the command does; a customer's walk shows what counts.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { date } from '@roadbook/domain/time/calendar';
import { writeGuideRows } from '@roadbook/domain/wear/csv/write-wear-csv';
import { runWearData } from '@roadbook/server/cli/commands/run-wear-data';
import type { WireWalk } from '@roadbook/server/lease-end/saves';
import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { CARD_GUIDE, LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, type Input } from './call.ts';
import { example } from './examples.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

const params = { contractId: contractIds.lease };
const walk = example('saveLeaseEndWalk').body as WireWalk;
const finding = walk.findings[0] as WireWalk['findings'][number];

export function checkWearDataOn(engine: Engine): void {
  describe(`wear data on ${engine}`, () => {
    let portal: TestPortal;
    let own: Input;
    let folder: string;
    beforeAll(async () => {
      portal = await openTestPortal({ engine });
      own = { cookie: await portal.signIn('dana'), params };
      folder = await mkdtemp(join(tmpdir(), 'roadbook-wear-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true });
      await portal.end();
    });

    const terminal = () => {
      const said: string[] = [];
      return { said, say: { line: (text: string) => said.push(text), progress: () => undefined } };
    };

    test('a guide that is imported counts at once; a broken one changes nothing', async () => {
      const stricter = {
        ...LARKSPUR_GUIDE,
        version: 2,
        effectiveFrom: date('2026-11-01'),
        rules: LARKSPUR_GUIDE.rules.map((rule) =>
          rule.id === 'dent-or-scratch' ? { ...rule, limit: 500 } : rule,
        ),
      };
      const text = writeGuideRows(stricter)
        .map((cells) => cells.map((c) => `"${c}"`).join(','))
        .join('\n');
      const file = join(folder, 'guide.csv');
      const doImport = async (as: string | null) => {
        const { said, say } = terminal();
        const action = { what: 'import', file, as, effective: null } as const;
        const code = await runWearData(
          portal.shell,
          { command: 'wear-data', data: 'guide', action },
          say,
        );
        return { code, said: said.join('\n') };
      };
      await writeFile(file, text.replace(',"0.5",', ',"half",'));
      const before = await portal.countRows();
      const broken = await doImport(null);
      expect(broken.code).toBe(2);
      expect(broken.said).toMatch(/Line 4, column "limit", value "half" \[not-a-limit\]/);
      expect(broken.said).toContain('Accepted: ');
      expect(broken.said).toContain('Nothing was stored');
      expect(await portal.countRows()).toEqual(before);

      const small = { ...walk, findings: [{ ...finding, sizeMils: 1_000, paintBroken: false }] };
      const save = () =>
        call<{ figures: { range: { likelyCents: string } } }>(portal, 'saveLeaseEndWalk', {
          ...own,
          body: small,
        });
      expect((await save()).figures.range.likelyCents).toBe('0');
      await writeFile(file, text);
      expect(await doImport('another-lender')).toMatchObject({
        code: 0,
        said: expect.stringContaining('comparison only'),
      });
      expect((await save()).figures.range.likelyCents).toBe('0');
      expect(await doImport(null)).toMatchObject({
        code: 0,
        said: expect.stringContaining('version 2 of larkspur-demo holds'),
      });
      const judged = await save();
      expect(Number(judged.figures.range.likelyCents)).toBeGreaterThan(0);
      expect(judged).toMatchObject({ figures: { guide: { id: 'larkspur-demo', version: 2 } } });
      expect(await doImport(null)).toMatchObject({
        code: 0,
        said: expect.stringContaining('Nothing was changed'),
      });
      await writeFile(file, text.replace(',"0.5",', ',"0.6",'));
      expect(await doImport(null)).toMatchObject({
        code: 2,
        said: expect.stringContaining('higher version'),
      });
    });

    test('what is exported is what an import reads', async () => {
      for (const [data, id] of [
        ['guide', CARD_GUIDE.id],
        ['charges', LARKSPUR_CHARGES.id],
      ] as const) {
        const { said, say } = terminal();
        const list = { command: 'wear-data', data, action: { what: 'list' } } as const;
        expect(await runWearData(portal.shell, list, say)).toBe(0);
        expect(said.join('\n')).toContain(`${id}  version 1  from 2024-01-01`);
        said.length = 0;
        const action = { what: 'export', id, version: 1 } as const;
        expect(await runWearData(portal.shell, { command: 'wear-data', data, action }, say)).toBe(
          0,
        );
        const file = join(folder, `${data}.csv`);
        await writeFile(file, `${said.join('\r\n')}\r\n`);
        said.length = 0;
        const again = { what: 'import', file, as: null, effective: null } as const;
        expect(
          await runWearData(portal.shell, { command: 'wear-data', data, action: again }, say),
        ).toBe(0);
        expect(said.join()).toContain('Nothing was changed');
      }
    });

    test.each<[string, string | Buffer, RegExp]>([
      ['nothing in it', '', /Line 1, column "guide".*header-differs/],
      ['another header', 'name,age\na,1\n', /Line 1, column "guide".*header-differs/],
      [
        'an open quotation mark',
        'guide,"version\n',
        /\[quote-not-closed\] Accepted: double quotes/,
      ],
      ['semicolons', 'guide;version\na;1\n', /Line 1: \[wrong-delimiter\] Accepted: commas/],
      ['bytes that are not UTF-8', Buffer.from([0x67, 0xff]), /Line 1: \[bytes-not-in-encoding\]/],
      ['three megabytes', Buffer.alloc(3_000_000, 97), /\[file-too-large\]/],
    ])('a file with %s is refused whole', async (_what, bytes, sentence) => {
      const file = join(folder, 'odd.csv');
      await writeFile(file, bytes);
      const before = await portal.countRows();
      const { said, say } = terminal();
      const action = { what: 'import', file, as: null, effective: null } as const;
      const request = { command: 'wear-data', data: 'guide', action } as const;
      expect(await runWearData(portal.shell, request, say)).toBe(2);
      expect(said.join('\n')).toMatch(sentence);
      expect(await portal.countRows()).toEqual(before);
    });
  });
}
