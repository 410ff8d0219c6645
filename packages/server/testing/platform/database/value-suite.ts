/** Values come out of both databases the same: one table, run on each. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  arrayText,
  joinedArray,
  joinedText,
  wordsText,
} from '../../../src/platform/database/value-parsers.ts';
import { type Engine, openEmptyStore, type TestStore } from '../../test-store.ts';

const BIGGEST = 9_223_372_036_854_775_807n;

/** SQL of a value, and what it is in JavaScript. The number is the type's. */
const VALUES: readonly (readonly [number, string, unknown])[] = [
  [20, '1::bigint', 1n],
  [20, '9223372036854775807::bigint', BIGGEST],
  [20, '(-9223372036854775808)::bigint', -BIGGEST - 1n],
  [20, 'null::bigint', null],
  [20, 'count(*)', 1n],
  [1016, "'{}'::bigint[]", []],
  [1016, "'{1,-2,9223372036854775807}'::bigint[]", [1n, -2n, BIGGEST]],
  [1082, "'2028-02-29'::date", '2028-02-29'],
  [1182, "'{}'::date[]", []],
  [1182, "'{2026-11-02,2026-12-31}'::date[]", ['2026-11-02', '2026-12-31']],
  [1184, "'2026-11-22 02:57:00.12+00'::timestamptz", '2026-11-22T02:57:00.120Z'],
  [1184, "'2026-11-21 20:57:00-06'::timestamptz", '2026-11-22T02:57:00.000Z'],
  [1184, "'2026-11-22 02:57:00.123456+00'::timestamptz", '2026-11-22T02:57:00.123Z'],
  [1700, "'12345678901234567890.10'::numeric", '12345678901234567890.10'],
  [1700, 'sum(9223372036854775807::bigint)', BIGGEST.toString()],
  [1231, "'{}'::numeric[]", []],
  [1231, "'{1.50,-2}'::numeric[]", ['1.50', '-2']],
  [17, "decode('00ff10', 'hex')", Buffer.from([0, 255, 16])],
  [17, "decode('', 'hex')", Buffer.alloc(0)],
  [3802, `'{"b": "1", "a": [1, null]}'::jsonb`, '{"a": [1, null], "b": "1"}'],
  [3802, "'null'::jsonb", 'null'],
  [114, `'{"b":1}'::json`, '{"b":1}'],
  [16, 'true', true],
  [21, '7::smallint', 7],
  [23, '7', 7],
  [25, "'7'::text", '7'],
  [2950, "'019A19C6-3D80-7405-ACC0-9491D6DD4FC8'::uuid", '019a19c6-3d80-7405-acc0-9491d6dd4fc8'],
];

/** Texts that an array's text form must not confuse with its own signs. */
const HARD_TEXTS = ['', 'NULL', 'null', '"', '\\', '\\"', '{', '}', ',', ' ', '\t\n', 'é車🚗', "'"];

const anyText = fc.oneof(
  fc.constantFrom(...HARD_TEXTS),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\u0000', '')),
);

export function checkValuesOn(engine: Engine): void {
  describe(`values from ${engine}`, () => {
    let opened: TestStore;
    beforeAll(async () => {
      opened = await openEmptyStore(engine);
    });
    afterAll(() => opened.end());

    test.each(VALUES)('type %d: %s', async (_type, sql, expected) => {
      const [row] = await opened.store.query<{ value: unknown }>(`select ${sql} as value`);
      if (expected instanceof Buffer)
        expect(Buffer.from(row?.value as Uint8Array)).toEqual(expected);
      else expect(row?.value).toStrictEqual(expected);
    });

    test.each([
      ['Asia/Kolkata', '2026-11-22 08:27:00.12+05:30'],
      ['America/Denver', '2026-11-21 19:57:00.12-07'],
      ['UTC', '2026-11-22 02:57:00.12+00'],
    ])('a moment is the same in a session that prints in %s: %s', async (zone, printed) => {
      const rows = await opened.store.transaction(async (tx) => {
        await tx.query(`set local timezone = '${zone}'`);
        const moment = `'2026-11-22 02:57:00.12+00'::timestamptz`;
        return tx.query(`select ${moment} as read, ${moment}::text as printed`);
      });
      expect(rows).toEqual([{ read: '2026-11-22T02:57:00.120Z', printed }]);
    });

    test('bytes are Buffers, so that they compare and print as such', async () => {
      const [row] = await opened.store.query<{ value: Buffer }>(`select '\\xab'::bytea as value`);
      expect(row?.value.toString('hex')).toBe('ab');
    });

    test('a list of texts goes in and comes out', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.option(anyText)), async (texts) => {
          const rows = await opened.store.query<{ value: string | null }>(
            'select value from unnest($1::text[]) with ordinality w(value, n) order by n',
            [arrayText(texts)],
          );
          expect(rows.map(({ value }) => value)).toEqual(texts);
        }),
        { numRuns: 150 },
      );
    });

    test('a list of JSON texts goes in and comes out, whatever they say', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.jsonValue().map((each) => JSON.stringify(each))),
          async (all) => {
            const rows = await opened.store.query<{ value: string }>(
              `select value from unnest(${joinedArray('$1')}) with ordinality w(value, n)
               order by n`,
              [joinedText(all)],
            );
            expect(rows.map(({ value }) => value)).toEqual(all);
          },
        ),
        { numRuns: 150 },
      );
      const escaped = JSON.stringify(['\u0001', '{"\\"}']);
      const [row] = await opened.store.query<{ value: string }>(
        `select (${joinedArray('$1')})[2] as value`,
        [joinedText(['{}', escaped, '{}'])],
      );
      expect(row?.value).toBe(escaped);
    });

    test('a list of words goes in and comes out, and what is missing is null', async () => {
      const words = ['2026-11-16', null, 'payment-received', 12, -3n];
      const rows = await opened.store.query<{ value: string | null }>(
        'select value from unnest($1::text[]) with ordinality w(value, n) order by n',
        [wordsText(words)],
      );
      expect(rows.map(({ value }) => value)).toEqual(words.map((each) => each?.toString() ?? null));
    });

    test('a list of amounts goes in and comes out', async () => {
      const cents = fc.bigInt({ min: -BIGGEST - 1n, max: BIGGEST });
      await fc.assert(
        fc.asyncProperty(fc.array(cents), async (amounts) => {
          const [row] = await opened.store.query<{ value: bigint[] }>(
            'select $1::bigint[] as value',
            [arrayText(amounts)],
          );
          expect(row?.value).toEqual(amounts);
        }),
        { numRuns: 50 },
      );
    });

    test('a transaction that fails leaves nothing, and the next one works', async () => {
      const { store } = opened;
      await store.script('create table kept (n integer primary key)');
      const failing = store.transaction(async (tx) => {
        await tx.query('insert into kept values (1)');
        await tx.query('insert into kept values (1)');
      });
      await expect(failing).rejects.toMatchObject({ code: '23505' });
      await store.transaction((tx) => tx.query('insert into kept values (2)'));
      expect(await store.query('select n from kept')).toEqual([{ n: 2 }]);
    });
  });
}
