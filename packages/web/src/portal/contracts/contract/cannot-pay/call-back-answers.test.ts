import { describe, expect, it } from 'vitest';
import {
  type CallBackAnswers,
  dropCallBack,
  keepCallBack,
  problemsOf,
  readCallBack,
} from './call-back-answers.ts';

const GOOD: CallBackAnswers = {
  about: 'payment-relief',
  phone: '(555) 555-0199',
  partOfDay: 'evening',
  note: '',
};

describe('the answers', () => {
  it.each<[string, Partial<CallBackAnswers>, string[]]>([
    ['whole', {}, []],
    ['a number from abroad', { phone: '+44 20 7946 0000' }, []],
    ['nothing chosen', { about: null }, ['about']],
    ['no number', { phone: '' }, ['phone']],
    ['a word for a number', { phone: 'my cell' }, ['phone']],
    ['too few digits', { phone: '555-01' }, ['phone']],
    ['too long a note', { note: 'x'.repeat(501) }, ['note']],
    ['everything', { about: null, phone: 'x', note: 'x'.repeat(501) }, ['about', 'phone', 'note']],
  ])('with %s are refused by field', (_, changes, expected) => {
    expect(problemsOf({ ...GOOD, ...changes })).toEqual(expected);
  });

  it('are kept, and the number on file stands where nothing was typed', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    };
    expect(readCallBack(store, 'c', '555 0100')).toMatchObject({ about: null, phone: '555 0100' });
    keepCallBack(store, 'c', GOOD);
    expect(readCallBack(store, 'c', '555 0100')).toEqual(GOOD);
    store.setItem('roadbook.call-back.c', '{"about":"everything","phone":7}');
    expect(readCallBack(store, 'c', '1')).toEqual({
      about: null,
      phone: '1',
      partOfDay: 'any',
      note: '',
    });
    store.setItem('roadbook.call-back.c', '{');
    expect(readCallBack(store, 'c', '1').phone).toBe('1');
    dropCallBack(store, 'c');
    expect(kept.size).toBe(0);
  });
});
