import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { describeVin } from './describe-vin.ts';
import { KNOWN_IDENTIFIERS, makerOf, VIN_REGIONS } from './maker.ts';
import { checkDigitOf, type Vin } from './vin.ts';

const cases = readFileSync(new URL('./cases/vins.txt', import.meta.url), 'utf8');
const character = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789');
const vins = fc.array(character, { minLength: 17, maxLength: 17 }).map((all) => {
  const body = all.join('');
  return `${body.slice(0, 8)}${checkDigitOf(body)}${body.slice(9)}`;
});

function putAt(text: string, at: number, found: string): string {
  return text.slice(0, at) + found + text.slice(at + 1);
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

describe('what a VIN tells', () => {
  test('is maker, model year and region, or what is wrong and what may have been meant', () => {
    checkTable(cases, (row) => {
      const described = describeVin(row.text('typed'));
      if (described.outcome === 'read') {
        return {
          outcome: 'read',
          says: `${described.maker ?? '?'}; ${described.modelYear ?? '?'}; ${described.region}`,
          meant: null,
        };
      }
      const says =
        described.problem === 'length'
          ? `${described.length} of ${described.wantedLength}`
          : described.problem === 'check-digit'
            ? `${described.found} should be ${described.expected}`
            : described.odd.map(({ place, found }) => `${found} at ${place}`).join(', ');
      const meant = described.problem === 'length' ? null : (described.suggestion?.vin ?? null);
      return { outcome: described.problem, says, meant };
    });
  });

  test('names every place that holds no character of a VIN, and those only', () => {
    const odd = fc.constantFrom('I', 'O', 'Q', '*', 'Ä', '.');
    fc.assert(
      fc.property(vins, fc.nat(16), odd, (vin, at, found) => {
        const described = describeVin(putAt(vin, at, found));
        expect(described).toMatchObject({ problem: 'character', odd: [{ place: at + 1, found }] });
      }),
    );
  });

  test('is found again when zeros and ones were typed as letters', () => {
    fc.assert(
      fc.property(vins, fc.constantFrom('O', 'Q'), (vin, zero) => {
        const typed = vin.replaceAll('0', zero).replaceAll('1', 'I').toLowerCase();
        const described = describeVin(typed);
        if (typed.toUpperCase() === vin) expect(described.outcome).toBe('read');
        else expect(described).toMatchObject({ suggestion: { vin, slip: 'look-alike-letter' } });
      }),
    );
  });

  test('when two neighbors changed places is suggested, unless another may be meant', () => {
    fc.assert(
      fc.property(vins, fc.nat(15), (vin, at) => {
        const typed = swapped(vin, at);
        const described = describeVin(typed);
        if (described.outcome === 'read') return;
        const meant = new Set(
          Array.from({ length: 16 }, (_, place) => swapped(typed, place)).filter(
            (each) => checkDigitOf(each) === each.charAt(8),
          ),
        );
        expect(meant.has(vin)).toBe(true);
        expect(described).toMatchObject({
          problem: 'check-digit',
          suggestion: meant.size === 1 ? { vin, slip: 'neighbors-swapped' } : null,
        });
      }),
    );
  });

  test('whatever is typed, a suggestion is itself a VIN and what is read is what was typed', () => {
    const near = fc.array(fc.constantFrom(...'0129AJSIOQX- '), { minLength: 15, maxLength: 19 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          near.map((all) => all.join('')),
        ),
        (text) => {
          const described = describeVin(text);
          if (described.outcome === 'read') {
            expect(described.vin).toBe(text.replace(/[\s-]/g, '').toUpperCase());
          } else if (described.problem !== 'length' && described.suggestion !== null) {
            expect(describeVin(described.suggestion.vin).outcome).toBe('read');
          }
        },
      ),
    );
  });
});

describe('the identifiers of makers', () => {
  test('are three characters that a VIN can hold, each given to one maker', () => {
    expect(KNOWN_IDENTIFIERS.length).toBeGreaterThan(150);
    expect(KNOWN_IDENTIFIERS.filter((each) => !/^[A-HJ-NPR-Z0-9]{3}$/.test(each))).toEqual([]);
    expect(new Set(KNOWN_IDENTIFIERS).size).toBe(KNOWN_IDENTIFIERS.length);
    expect(makerOf('1M8GDM9AXKP042788' as Vin)).toBeNull();
  });

  test('of every first character lie in one region', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(vins, (vin) => {
        const described = describeVin(vin);
        if (described.outcome === 'read') seen.add(described.region);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual([...VIN_REGIONS]);
  });
});
