import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, plain, revive } from './wire.ts';

const digits = fc.bigInt({ min: -(10n ** 39n), max: 10n ** 39n });

/** Values of the domain: bigints stand in fields whose names end in a unit, and nowhere else. */
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('list'), tie('fields')),
  leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  list: fc.array(tie('any'), { maxLength: 4 }),
  fields: fc
    .tuple(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie('any'), { maxKeys: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}(Cents|Ppb|E18|Micros)$/), digits, {
        maxKeys: 3,
      }),
    )
    .map(([others, amounts]) => ({ ...others, ...amounts })),
})).any;

describe('the codec of the wire', () => {
  test('gives a value back as it was, with its fields in order', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(decode(encode(each))).toEqual(each);
        expect(encode(decode(encode(each)))).toBe(encode(each));
      }),
    );
  });

  test('writes what JSON with digit strings for bigints would be', () => {
    fc.assert(
      fc.property(value, (each) => {
        const asText = (_name: string, part: unknown): unknown =>
          typeof part === 'bigint' ? part.toString() : part;
        expect(encode(each)).toBe(JSON.stringify(each, asText));
      }),
    );
  });

  test('leaves out what is undefined', () => {
    expect(plain({ a: undefined, b: [{ c: undefined, feeCents: 1n }] })).toStrictEqual({
      b: [{ feeCents: '1' }],
    });
  });

  test('makes no amount of text without a unit, nor of what is no number', () => {
    const text = '{"number":"12","feeCents":"12","taxCents":"1.2","ratePpb":null,"list":["12"]}';
    expect(decode(text)).toEqual({
      number: '12',
      feeCents: 12n,
      taxCents: '1.2',
      ratePpb: null,
      list: ['12'],
    });
  });

  test('revives text that stands alone as text', () => {
    expect(revive('12')).toBe('12');
    expect(decode('"12"')).toBe('12');
  });
});
