import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../people/person.ts';
import { nameWords, searchQuestion, searchWords } from './search-words.ts';

const NOBODY: Person = {
  firstName: null,
  lastName: null,
  companyName: null,
  dateOfBirth: null,
  ssn: null,
  ein: null,
  street: null,
  unit: null,
  city: null,
  state: null,
  zip: null,
  country: null,
  email: null,
  phone: null,
};

describe('what a person is found by', () => {
  test('names by whole words and by their beginnings from three letters on', () => {
    const words = searchWords({ ...NOBODY, firstName: 'Li', lastName: 'Núñez' });
    expect(words.map(({ text }) => text)).toEqual(['li', 'nunez', 'nun', 'nune']);
  });

  test('a telephone by ten, seven and four digits; a taxpayer number by four', () => {
    const words = searchWords({ ...NOBODY, phone: '+1 (555) 555-0142', ssn: '900-10-0001' });
    expect(words).toEqual([
      { kind: 'phone', text: '5555550142' },
      { kind: 'phone', text: '5550142' },
      { kind: 'phone', text: '0142' },
      { kind: 'last-four', text: '0001' },
    ]);
  });

  test('whatever three letters of a name somebody types first, it is among the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        const texts = new Set(searchWords({ ...NOBODY, lastName: name }).map(({ text }) => text));
        for (const word of nameWords(name)) {
          const letters = [...word];
          if (letters.length >= 3) expect(texts).toContain(letters.slice(0, 3).join(''));
          expect(texts).toContain(word);
        }
      }),
    );
  });
});

describe('a typed text', () => {
  const nothing = {
    names: [],
    phone: null,
    lastFour: null,
    contractNumber: null,
    vin: null,
    vinEnd: null,
    login: null,
    reference: null,
  };
  test.each([
    ["O'Neil  Díaz", { names: ['oneil', 'diaz'] }],
    ['0142', { phone: '0142', lastFour: '0142', contractNumber: '0142', login: '0142' }],
    ['(555) 555-0142', { phone: '5555550142', contractNumber: '(555) 555-0142' }],
    ['+1 555 555 0142', { phone: '5555550142', contractNumber: '+1 555 555 0142' }],
    ['rb-7f3k-9q2m', { reference: 'RB-7F3K-9Q2M', contractNumber: 'rb-7f3k-9q2m' }],
    ['1HGCM82633A004352', { vin: '1HGCM82633A004352', contractNumber: '1HGCM82633A004352' }],
    ['004352', { vinEnd: '004352', contractNumber: '004352' }],
    ['maya@larkspur.example', { login: 'maya@larkspur.example' }],
  ])('%s', (text, meant) => {
    const question = searchQuestion(text);
    const login = /\s/.test(text) ? null : text;
    expect(question).toEqual({ ...nothing, login, ...meant });
  });
});
