import { readFileSync } from 'node:fs';
import { ENTRY_WORDS } from '@roadbook/api/entry-words';
import { PROBLEMS } from '@roadbook/api/problem';
import { describe, expect, it } from 'vitest';

/** The sentences of a catalogue by key. */
function sentencesOf(name: string): Map<string, string> {
  const text = readFileSync(new URL(`./en/${name}.po`, import.meta.url), 'utf8');
  const found = text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm);
  return new Map([...found].map(([, key = '', words = '']) => [key, words.replaceAll('\\"', '"')]));
}

/** What a screen says otherwise than the API: it has a button where the API has an instruction. */
const SAID_OTHERWISE = new Set(['problem.payoff-amount-differs.next']);

describe('the catalogue', () => {
  it('has every problem the product can answer with, in the words of the API', () => {
    const problems = sentencesOf('problem');
    for (const [code, row] of Object.entries(PROBLEMS)) {
      for (const part of ['title', 'cause', 'next'] as const) {
        const key = `problem.${code}.${part}`;
        expect(problems.has(key), key).toBe(true);
        if (!SAID_OTHERWISE.has(key)) expect(problems.get(key), key).toBe(row[part]);
      }
    }
    expect(problems.size).toBe(Object.keys(PROBLEMS).length * 3);
  });

  it('calls each kind of entry as exported files call it', () => {
    const history = sentencesOf('history');
    const kinds = Object.entries(ENTRY_WORDS);
    expect(kinds.map(([kind]) => history.get(`kind.${kind}`))).toEqual(
      kinds.map(([, words]) => words),
    );
  });
});
