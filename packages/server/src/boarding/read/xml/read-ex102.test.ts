import { createReadStream } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../../../tests/house/shared-data.ts';
import type { Ex102Item } from '../boarding-item.ts';
import { LOAN_TABLE } from '../schema/element-table-loan.ts';
import { code, day, integer, moneyCents, text } from '../schema/ex102-record.ts';
import type { ByteSource } from '../text/byte-source.ts';
import { readEx102 } from './read-ex102.ts';

async function all(source: ByteSource): Promise<Ex102Item[]> {
  const items: Ex102Item[] = [];
  for await (const item of readEx102(source)) items.push(item);
  return items;
}

function rulesOf(items: readonly Ex102Item[]): string[] {
  return items.map((item) => (item.ok ? 'taken' : item.rejects.map(({ rule }) => rule).join(' ')));
}

function loan(assetNumber: string, more = ''): string {
  return `<assets><assetNumber>${assetNumber}</assetNumber>
    <reportingPeriodEndingDate>10-31-2026</reportingPeriodEndingDate>
    <originalLoanTerm>60</originalLoanTerm><loanMaturityDate>04/2030</loanMaturityDate>
    <originalInterestRatePercentage>0.0649</originalInterestRatePercentage>
    <reportingPeriodActualEndBalanceAmount>18250.42</reportingPeriodActualEndBalanceAmount>
    <reportingPeriodScheduledPaymentAmount>473</reportingPeriodScheduledPaymentAmount>
    ${more}</assets>`;
}

function file(body: string, declaration = '<?xml version="1.0" encoding="UTF-8"?>'): string {
  return `${declaration}<assetData xmlns="${LOAN_TABLE.namespace}">${body}</assetData>`;
}

describe('encodings', () => {
  test('UTF-8 with its mark, and letters of several bytes cut in the middle', async () => {
    const name = '<vehicleModelName>Škoda 车 🚗</vehicleModelName>';
    const bytes = Buffer.from(`\ufeff${file(loan('L-1', name))}`);
    const items = await all(Array.from(bytes, (byte) => Uint8Array.of(byte)));
    const [item] = items;
    expect(items).toHaveLength(1);
    expect(item?.ok === true && text(item.record, 'vehicleModelName')).toBe('Škoda 车 🚗');
  });

  test.each(['UTF-8', 'utf-8', 'US-ASCII', 'us-ascii', 'ASCII'])('%s', async (name) => {
    const declaration = `<?xml version="1.0" encoding="${name}"?>`;
    expect(rulesOf(await all([Buffer.from(file(loan('L-1'), declaration))]))).toEqual(['taken']);
  });

  test.each(['ISO-8859-1', 'UTF-16', 'windows-1252'])('%s is refused by name', async (name) => {
    const [item, ...rest] = await all([
      Buffer.from(file(loan('L-1'), `<?xml version="1.0" encoding="${name}"?>`)),
    ]);
    expect(rest).toEqual([]);
    expect(item).toMatchObject({ ok: false, scope: 'file', refused: true });
    expect(item).toMatchObject({ rejects: [{ rule: 'encoding-not-accepted', value: name }] });
  });

  test.each([
    ['little end first', Buffer.from(`\ufeff${file('')}`, 'utf16le')],
    ['big end first', Buffer.from(`\ufeff${file('')}`, 'utf16le').swap16()],
    ['without a mark', Buffer.from(file(''), 'utf16le')],
  ])('UTF-16, %s, is refused', async (_, bytes) => {
    expect(rulesOf(await all([bytes]))).toEqual(['encoding-not-accepted']);
  });

  test.each([
    ['a byte of Latin-1', [0xe9], 'UTF-8'],
    ['a letter that is cut short', [0xe2, 0x82], 'UTF-8'],
    ['an overlong slash', [0xc0, 0xaf], 'UTF-8'],
    ['half of a pair', [0xed, 0xa0, 0x80], 'UTF-8'],
    ['a good letter in a file of US-ASCII', [0xc3, 0xa9], 'US-ASCII'],
  ])('%s costs its record only, and its position is named', async (_, bytes, encoding) => {
    const declaration = `<?xml version="1.0" encoding="${encoding}"?>`;
    const body = file(
      `${loan('L-1')}${loan('L-2', '<originatorName>Fié</originatorName>')}${loan('L-3')}`,
      declaration,
    );
    const at = body.indexOf('é');
    const whole = Buffer.concat([
      Buffer.from(body.slice(0, at)),
      Buffer.from(bytes),
      Buffer.from(body.slice(at + 1)),
    ]);
    const items = await all([whole.subarray(0, at + 1), whole.subarray(at + 1)]);
    expect(rulesOf(items)).toEqual(['taken', 'bytes-not-in-encoding', 'taken']);
    expect(JSON.stringify(items[1])).toContain(`position ${at} of`);
  });
});

describe('what is never closed', () => {
  const filler = 'x'.repeat(1 << 20);

  test('a record without an end is rejected and reading stops there', async () => {
    const items = await all([
      Buffer.from(file(`${loan('L-1')}<assets><!-- ${filler}`)),
      Buffer.from(filler),
    ]);
    expect(rulesOf(items)).toEqual(['taken', 'record-too-long', 'markup-too-long']);
  });

  test('an end that does come leaves the others alone', async () => {
    const items = await all([
      Buffer.from(file(`${loan('L-1', `<!-- ${filler} -->`)}${loan('L-2')}`)),
    ]);
    expect(rulesOf(items)).toEqual(['record-too-long', 'taken']);
  });

  test('a comment between records', async () => {
    const items = await all([
      Buffer.from(file(`${loan('L-1')}<!-- ${filler}`)),
      Buffer.from(filler),
    ]);
    expect(rulesOf(items)).toEqual(['taken', 'markup-too-long']);
  });

  test('something that is no XML at all', async () => {
    expect(rulesOf(await all([Buffer.from(filler), Buffer.from(filler)]))).toEqual(['not-xml']);
  });
});

describe('work that a stranger asks for', () => {
  /** Far more than it takes, and far less than a quadratic reader needs. */
  const SOON_MS = 3_000;
  const attributes = (count: number): string =>
    Array.from({ length: count }, (_, n) => ` a${n}="${n}"`).join('');
  const rejectedSoon = async (body: string, rule: string): Promise<void> => {
    const started = performance.now();
    const items = await all([Buffer.from(file(`${loan('L-1')}${body}${loan('L-3')}`))]);
    expect(performance.now() - started).toBeLessThan(SOON_MS);
    expect(rulesOf(items)).toEqual(['taken', rule, 'taken']);
  };

  test.each([
    ['attributes of a record', `<assets${attributes(60_000)}></assets>`, 'too-many-attributes'],
    [
      'attributes of an element',
      loan('L-2', `<originatorName${attributes(60_000)}>Larkspur</originatorName>`),
      'too-many-attributes',
    ],
    ['elements', loan('L-2', '<x>1</x>'.repeat(100_000)), 'too-many-elements'],
    ['texts that are not closed', loan('L-2', '<x '.repeat(300_000)), 'not-well-formed'],
    ['quotes', loan('L-2', `<x a=${"'".repeat(900_001)}>1</x>`), 'not-well-formed'],
  ])('too many %s cost their record only, and little time', async (_, body, rule) => {
    await rejectedSoon(body, rule);
  });

  test('elements that never close end the reading', async () => {
    const items = await all([Buffer.from(file(`${loan('L-1')}${'<x>'.repeat(500_000)}`))]);
    expect(rulesOf(items)).toEqual(['taken', 'unexpected-content', 'too-deep']);
  });

  test('other work gets its turn while pieces without a record are read', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const items = await all([Buffer.from(file('<x/>'.repeat(400_000)))]);
    clearInterval(timer);
    expect(rulesOf(items)).toEqual(['unexpected-content', 'no-records']);
    expect(turns).toBeGreaterThan(5);
  });
});

test('a source that fails, fails', async () => {
  const missing = createReadStream('/no such folder/no such file.xml');
  await expect(all(missing)).rejects.toThrow('ENOENT');
});

test('reading a value as what it is not is a bug, and says so', () => {
  const record = { product: 'loan', fields: new Map([['originalLoanTerm', ['sixty']]]) } as const;
  expect(() => integer(record, 'originalLoanTerm')).toThrow('before it was validated');
  expect(() => moneyCents(record, 'originalLoanTerm')).toThrow('no money originalLoanTerm');
  expect(() => day(record, 'acquisitionCost')).toThrow('no day acquisitionCost');
  expect(code(record, 'paymentTypeCode')).toBeUndefined();
});

describeWithSharedData('real files', (data) => {
  test.each([
    ['ally-2017-1-2017-03.xml', 44, 46_029_169n],
    ['carmax-2017-1-2017-03.xml', 99, 128_096_271n],
    ['hyundai-2017-a-2017-02.xml', 38, 47_006_819n],
    ['toyota-2025-a-2026-07-first4.xml', 4, 6_900_465n],
  ])('%s: every loan is taken, and the balances add up', async (name, count, sum) => {
    const items = await all(createReadStream(`${data}/abs-ee/loans/${name}`));
    const records = items.flatMap((item) => (item.ok ? [item.record] : []));
    expect(rulesOf(items)).toEqual(Array.from({ length: count }, () => 'taken'));
    const balances = records.map(
      (record) => moneyCents(record, 'reportingPeriodActualEndBalanceAmount') ?? 0n,
    );
    expect(balances.reduce((a, b) => a + b, 0n)).toBe(sum);
    expect(new Set(records.map(({ assetNumber }) => assetNumber)).size).toBe(count);
  });

  test('the published lease sample: each of the three says all that it lacks', async () => {
    const path = `${data}/abs-ee/leases/sample-autolease-from-spec-v3.2.xml`;
    const items = await all(createReadStream(path));
    const reasons = items.map((item) =>
      item.ok ? [] : item.rejects.map(({ rule, element }) => `${rule} ${element}`),
    );
    const lacking = [
      'missing-element originalLeaseTermNumber',
      'missing-element scheduledTerminationDate',
      'missing-element originalFirstPaymentDate',
      'missing-element contractResidualValue',
      'missing-element reportingPeriodScheduledPaymentAmount',
    ];
    expect(reasons).toEqual([
      ['lease-ended-without-terms terminationIndicator', ...lacking],
      ['lease-ended-without-terms zeroBalanceCode', 'missing-element acquisitionCost', ...lacking],
      ['lease-ended-without-terms terminationIndicator', ...lacking],
    ]);
  });
});
