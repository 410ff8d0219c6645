import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Reject, shapeOf, WHOLE_FILE } from './reject.ts';
import { REJECTS_HEADER, rejectLine, rejectLines } from './write-rejects.ts';

const reject: Reject = {
  ...WHOLE_FILE,
  ordinal: 7,
  record: 'L-1001',
  offset: 120,
  element: 'originalLoanAmount',
  value: '24,180.00',
  rule: 'not-a-decimal',
  sentence: 'This is not an amount in the form of the schema.',
  accepted: 'dollars as a decimal',
};

test('a file of rejects', async () => {
  const lines: string[] = [];
  for await (const line of rejectLines([reject])) lines.push(line);
  expect(lines).toEqual([
    'ordinal,record,offset,line,element,value,rule,sentence,accepted,outcome\r\n',
    '7,L-1001,120,,originalLoanAmount,"24,180.00",not-a-decimal,' +
      'This is not an amount in the form of the schema.,dollars as a decimal,rejected\r\n',
  ]);
});

test.each(['=1+1', '+1', '-1', '@cmd', '\tx', '\rx'])(
  '%j is no formula for a spreadsheet',
  (value) => {
    expect(rejectLine({ ...reject, value })).toMatch(/,"?'[=+\-@\t\r]/);
  },
);

test('every reject comes back from the file as it went in', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^[=+\-@\t\r]/.test(value));
  fc.assert(
    fc.property(text, text, (value, record) => {
      const rows = parse(REJECTS_HEADER + rejectLine({ ...reject, value, record }), {
        columns: true,
      });
      expect(rows).toMatchObject([{ value, record, offset: '120', line: '' }]);
    }),
  );
});

test('a shape keeps no letter and no digit', () => {
  expect(shapeOf('900-70-0142')).toBe('###-##-####');
  expect(shapeOf('Żaneta O’Neill')).toBe('xxxxxx x’xxxxx');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(shapeOf(value).replaceAll('x', '')).not.toMatch(/[\p{L}\p{N}\p{M}]/u);
    }),
  );
});
