import { describe, expect, test } from 'vitest';
import { OPERATIONS } from './operations/all.ts';
import { fillFacts, PROBLEMS, type ProblemCode } from './problem.ts';

const rows = Object.entries(PROBLEMS) as [ProblemCode, (typeof PROBLEMS)[ProblemCode]][];

describe.each(rows)('%s', (code, { status, title, cause, next }) => {
  test('is a code of words, with a status of refusals', () => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect([400, 401, 403, 404, 408, 409, 413, 414, 415, 421, 422, 429, 500, 503]).toContain(
      status,
    );
  });

  test('says what, why and what now in plain sentences', () => {
    expect(title).toMatch(/^[A-Z][^{}]+[^.]$/);
    for (const sentence of [cause, next]) expect(sentence).toMatch(/^[A-Z{].*[^ ]$/);
    expect(cause).toMatch(/\.$/);
    expect(`${title} ${cause} ${next}`).not.toMatch(/invalid|unable to process|error occurred/i);
  });
});

describe('facts', () => {
  test('are put where they are named, amounts in dollars', () => {
    const facts = { payoffCents: '1825042', on: '2026-11-02' };
    expect(fillFacts('On {on} it takes {payoffCents}.', facts)).toBe(
      'On 2026-11-02 it takes $18,250.42.',
    );
  });

  test('that are missing leave a mark for tests to find, and nothing they hold is run', () => {
    expect(fillFacts('Wait {seconds} seconds.', {})).toBe('Wait {seconds} seconds.');
    expect(fillFacts('{a}', { a: '$&{b}', b: 'no' })).toBe('$&{b}');
    expect(fillFacts('{feeCents}', { feeCents: 'free' })).toBe('free');
  });
});

test('an operation names each problem once', () => {
  for (const { id, problems } of OPERATIONS) {
    expect(new Set(problems).size, id).toBe(problems.length);
  }
});
