/**
 * saxes reads the same XML with a whole parser; whatever it finds in a well-formed file, the
 * splitting scan must find too, however the bytes are cut into chunks.
 */
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../../../tests/house/shared-data.ts';
import { LEASE_TABLE } from '../schema/element-table-lease.ts';
import { LOAN_TABLE } from '../schema/element-table-loan.ts';
import type { ByteSource } from '../text/byte-source.ts';
import { extractFields } from './extract-fields.ts';
import { splitRecords } from './split-records.ts';
import type { TagMemory } from './tag-meaning.ts';

type Found = Record<string, string[]>[];

async function bySplitting(source: ByteSource): Promise<Found> {
  const found: Found = [];
  const memory: TagMemory = new Map();
  let table = LOAN_TABLE;
  for await (const item of splitRecords(source)) {
    if (item.kind === 'schema') table = item.table;
    else if (item.kind === 'record') {
      const extraction = extractFields(item.text, item.scope, table, memory);
      if (extraction.outcome === 'broken') throw new Error(extraction.fault.rule);
      found.push(plain(extraction.fields));
    } else throw new Error(item.fault.rule);
  }
  return found;
}

function bySaxes(xml: string): Found {
  const found: Found = [];
  const parser = new SaxesParser({ xmlns: true });
  let fields: Map<string, string[]> | null = null;
  let text = '';
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    text = '';
    if (depth === 2 && tag.local === 'assets') fields = new Map();
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (depth === 1 && fields !== null) found.push(plain(fields));
    if (depth === 2 && fields !== null && text.trim() !== '') {
      const ours = tag.uri === LOAN_TABLE.namespace || tag.uri === LEASE_TABLE.namespace;
      const name = ours ? tag.local : tag.name;
      fields.set(name, [...(fields.get(name) ?? []), text.trim()]);
    }
    text = '';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

function plain(fields: ReadonlyMap<string, readonly string[]>): Record<string, string[]> {
  return Object.fromEntries([...fields].map(([name, values]) => [name, [...values]]));
}

const names = fc.constantFrom('assetNumber', 'subvented', 'originalLoanAmount', 'vehicleModelName');
const space = fc.constantFrom('', ' ', '\n', '\r\n\t', '   ');
const comment = fc.constantFrom(
  '<!-- </assets> -->',
  '<!--<assets>-->',
  '<?pi </assets> ?>',
  '<!---->',
  '<!-- "quote\' -->',
);
const between = fc.array(fc.oneof(space, comment), { maxLength: 3 }).map((all) => all.join(''));
const words = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replace(/[<&\p{Cc}\ufffe\uffff]/gu, '').replaceAll(']]>', ''));
const piece = fc.oneof(
  words,
  fc.constantFrom('&amp;', '&lt;assets&gt;', '&#65;', '&#x1F697;', '!', '?', '&quot;', ' '),
  comment,
  words.map((text) => `<![CDATA[${text}</assets><assets>&]]>`),
);
const content = fc.array(piece, { maxLength: 4 }).map((all) => all.join(''));
const attributes = fc.constantFrom('', ' a="1"', " b = '>'", ' c="</assets>"'.replace('<', '&lt;'));

const documents = fc
  .record({
    prefix: fc.constantFrom('', 'l:', 'a.b-c:'),
    table: fc.constantFrom(LOAN_TABLE, LEASE_TABLE),
    mark: fc.constantFrom('', '\ufeff'),
    declaration: fc.constantFrom(
      '',
      '<?xml version="1.0"?>',
      "<?xml version='1.0' encoding='UTF-8' ?>\n",
    ),
    equals: fc.constantFrom('=', ' =', '= ', ' \n= '),
    records: fc.array(
      fc.record({
        attributes,
        before: between,
        end: space,
        empty: fc.boolean(),
        elements: fc.array(
          fc.record({
            name: names,
            attributes,
            content,
            empty: fc.boolean(),
            before: between,
            end: space,
          }),
          { maxLength: 5 },
        ),
      }),
      { maxLength: 5 },
    ),
    after: between,
  })
  .map(({ prefix: p, table, mark, declaration, equals, records, after }) => {
    const declared = p === '' ? 'xmlns' : `xmlns:${p.slice(0, -1)}`;
    const body = records.map((record) => {
      const elements = record.elements.map(
        ({ name, attributes: more, content: inner, empty, before, end }) =>
          empty
            ? `${before}<${p}${name}${more}${end}/>`
            : `${before}<${p}${name}${more}>${inner}</${p}${name}${end}>`,
      );
      return record.empty && elements.length === 0
        ? `${record.before}<${p}assets${record.attributes}/>`
        : [
            `${record.before}<${p}assets${record.attributes}>`,
            ...elements,
            `${record.before}</${p}assets${record.end}>`,
          ].join('');
    });
    const root = `<${p}assetData ${declared}${equals}"${table.namespace}">`;
    return [mark, declaration, root, ...body, after, `</${p}assetData>`, after].join('');
  })
  .filter((xml) => xml.includes('assets'));

test('finds what saxes finds, in any chunks', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.integer({ min: 1, max: 40 }), async (xml, size) => {
      const expected = bySaxes(xml.replace(/^\ufeff/, ''));
      if (expected.length === 0) return;
      const bytes = Buffer.from(xml);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      expect(await bySplitting(chunks)).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

describe('malformed files', () => {
  const good = '<assets><assetNumber>1</assetNumber></assets>';
  const open = `<assetData xmlns="${LOAN_TABLE.namespace}">`;

  test('no damage makes it throw, and records before the damage stay as they were', async () => {
    const damage = fc.string({ unit: fc.constantFrom(...'<>/!-[]"\'&;=asets x'), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(60), async (noise, at) => {
        const broken = `${good.slice(0, at)}${noise}${good.slice(at)}`;
        const items = [];
        for await (const item of splitRecords([Buffer.from(`${open}${good}${broken}${good}`)])) {
          items.push(item);
        }
        expect(items[1]).toMatchObject({ kind: 'record', ordinal: 1, text: good });
        expect(items.at(-1)).toMatchObject({ kind: 'defect' });
      }),
      { numRuns: 500 },
    );
  });
});

describeWithSharedData('real files, against saxes', (data) => {
  for (const folder of ['loans', 'leases']) {
    const path = `${data}/abs-ee/${folder}`;
    test.each(readdirSync(path).filter((name) => name.endsWith('.xml')))('%s', async (name) => {
      const expected = bySaxes(readFileSync(`${path}/${name}`, 'utf8'));
      const source = createReadStream(`${path}/${name}`, { highWaterMark: 997 });
      const found = await bySplitting(source);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(expected);
    });
  }
});
