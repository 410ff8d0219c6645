import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Ex102Item } from './boarding-item.ts';
import { readContractsCsv } from './csv/read-contracts-csv.ts';
import { loadParties } from './party/party-index.ts';
import { readParties } from './party/read-parties.ts';
import type { Reject, Remark } from './reject.ts';
import { tableOf } from './schema/element-tables.ts';
import * as record from './schema/ex102-record.ts';
import { readEx102 } from './xml/read-ex102.ts';

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const files = readdirSync(folder).filter((name) => /\.(xml|csv)$/.test(name));

/** One file per hazard, and beside it what a reader is told about it. */
describe('golden files', () => {
  test.each(files)('%s', async (name) => {
    const bytes = readFileSync(`${folder}${name}`);
    const told = await outcome(name, bytes);
    await expect(told).toMatchFileSnapshot(`${folder}${name}.expected`);
  });

  test.each(files)('%s is told the same when it comes byte by byte', async (name) => {
    const bytes = readFileSync(`${folder}${name}`);
    const bytewise = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
    expect(await outcome(name, ...bytewise)).toBe(await outcome(name, bytes));
  });
});

async function outcome(name: string, ...chunks: Uint8Array[]): Promise<string> {
  const lines = name.startsWith('parties')
    ? await partiesOutcome(chunks)
    : await contractsOutcome(name.endsWith('.xml') ? readEx102(chunks) : readContractsCsv(chunks));
  return `${lines.join('\n')}\n`;
}

async function contractsOutcome(items: AsyncIterable<Ex102Item>): Promise<string[]> {
  const lines: string[] = [];
  for await (const item of items) {
    if (item.ok) lines.push(...taken(item.record));
    else if (item.scope === 'file') {
      lines.push(item.refused ? 'FILE REFUSED' : 'FILE', ...item.rejects.map(because));
    } else {
      const balance = item.endBalanceCents === null ? '' : `, balance ${item.endBalanceCents}`;
      lines.push(`REJECTED ${item.product} ${item.ordinal} ${item.assetNumber}${balance}`);
      lines.push(...item.rejects.map(because));
    }
  }
  return lines;
}

async function partiesOutcome(chunks: Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const item of readParties(chunks)) {
    if (item.ok) lines.push(JSON.stringify(item.party));
  }
  const index = await loadParties(chunks, (reject) => lines.push(because(reject)));
  if (index === null) return [...lines, 'FILE REFUSED'];
  const unused = [...index.unused].map(([column, rows]) => `not used: ${column}, ${rows} rows`);
  const { size, rejected, valuesReported } = index;
  return [...lines, ...unused, `${size} taken, ${rejected} not, ${valuesReported} values reported`];
}

function taken(each: record.Ex102Record): string[] {
  const place = each.offset ?? `line ${each.line}`;
  const head = `TAKEN ${each.product} ${each.ordinal} ${each.assetNumber} at ${place}`;
  const values = [...each.fields.keys()].map((name) => `  ${name} = ${parsedValue(each, name)}`);
  return [head, ...values, ...each.remarks.map(remarked)];
}

function parsedValue(each: record.Ex102Record, name: string): string {
  switch (tableOf(each.product).elements.get(name)?.kind) {
    case 'money':
      return `${record.moneyCents(each, name)} cents`;
    case 'rate':
      return `${record.ratePpb(each, name)} ppb`;
    case 'day':
      return `${record.day(each, name)}`;
    case 'month':
      return `${record.month(each, name)}`;
    case 'integer':
      return `${record.integer(each, name)}`;
    case 'flag':
      return `${record.flag(each, name)}`;
    case 'code':
      return `[${record.codes(each, name).join(' ')}]`;
    case 'text':
      return JSON.stringify(record.text(each, name));
    case undefined:
      return `(not used) ${each.fields.get(name)?.join(' | ')}`;
  }
}

function remarked({ rule, element, value, sentence }: Remark): string {
  return `  remark ${rule}: ${element}${value === null ? '' : ` "${value}"`}. ${sentence}`;
}

function because({ offset, line, rule, element, value, sentence, accepted }: Reject): string {
  const place = offset !== null ? ` at byte ${offset}` : line !== null ? ` at line ${line}` : '';
  const what = `${element ?? '—'}${value === null ? '' : ` ${JSON.stringify(value)}`}`;
  return `  ${rule}${place}: ${what}. ${sentence} Accepted: ${accepted}`;
}
