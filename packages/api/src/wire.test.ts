import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, revive } from './wire.ts';

/** Values as the domain has them: bigints only in fields whose names end in a unit. */
const amountField = fc
  .tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('Cents', 'Ppb', 'E18', 'Micros'))
  .map(([name, unit]) => `${name}${unit}`);
const amount = fc.bigInt({ min: -(10n ** 39n), max: 10n ** 39n });
const plainField = fc.stringMatching(/^[a-z]{1,8}$/);
const plain = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, plain, tie('record'), fc.array(tie('value'), { maxLength: 3 })),
  record: fc
    .tuple(fc.dictionary(amountField, amount), fc.dictionary(plainField, tie('value')))
    .map(([amounts, others]) => ({ ...amounts, ...others })),
}));

describe('the wire', () => {
  test('brings back what was sent, as text and as a driver parsed it', () => {
    fc.assert(
      fc.property(value, (sent) => {
        const text = encode(sent);
        expect(decode(text)).toEqual(sent);
        expect(revive(JSON.parse(text))).toEqual(sent);
        expect(encode(decode(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('carries no amount as a JSON number', () => {
    fc.assert(
      fc.property(fc.dictionary(amountField, amount), (sent) => {
        for (const each of Object.values(JSON.parse(encode(sent))))
          expect(each).toBeTypeOf('string');
      }),
    );
  });

  test.each([
    ['{"amountCents":"44660"}', { amountCents: 44_660n }],
    ['{"amountCents":"-44660"}', { amountCents: -44_660n }],
    ['{"amountCents":null}', { amountCents: null }],
    ['{"amountCents":"4.46"}', { amountCents: '4.46' }],
    ['{"amountCents":""}', { amountCents: '' }],
    ['{"cents":"44660"}', { cents: '44660' }],
    ['{"number":"44660"}', { number: '44660' }],
    ['{"Cents":["1"]}', { Cents: ['1'] }],
    ['{"annualRatePpb":"64900000"}', { annualRatePpb: 64_900_000n }],
  ])('%s is read as its names say', (text, read) => {
    expect(decode(text)).toEqual(read);
    expect(revive(JSON.parse(text))).toEqual(read);
  });

  test('keeps the order of keys: hashes are made of it', () => {
    expect(encode({ b: 1, aCents: 2n, a: [{ z: 1, y: 2 }] })).toBe(
      '{"b":1,"aCents":"2","a":[{"z":1,"y":2}]}',
    );
  });
});
