import { beforeEach, describe, expect, it } from 'vitest';
import {
  AMOUNT_CHOICES,
  type DraftStore,
  isOpen,
  keepDraft,
  markPaid,
  purposeOf,
  readDraft,
} from './draft.ts';

const CONTRACT = '0198a1f0-0000-7000-8000-000000000001';
const CHOSEN = { choice: 'due', amountCents: '44660', methodId: 'm-1', on: '2026-11-22' } as const;

let store: DraftStore;
let made: number;
const newKey = () => {
  made += 1;
  return `key-${made}`;
};

beforeEach(() => {
  const kept = new Map<string, string>();
  made = 0;
  store = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
});

describe('the key of a payment', () => {
  it('stays through Back, reload and sending again', () => {
    const first = keepDraft(store, CONTRACT, CHOSEN, newKey);
    expect(keepDraft(store, CONTRACT, CHOSEN, newKey)).toEqual(first);
    expect(readDraft(store, CONTRACT)).toEqual(first);
  });

  it.each([
    { ...CHOSEN, amountCents: '44661' },
    { ...CHOSEN, methodId: 'm-2' },
    { ...CHOSEN, on: '2026-11-23' },
    { ...CHOSEN, choice: 'principal-only' as const },
  ])('is a new one for another payment: %j', (other) => {
    const first = keepDraft(store, CONTRACT, CHOSEN, newKey);
    expect(keepDraft(store, CONTRACT, other, newKey).key).not.toBe(first.key);
  });

  it('is a new one for the same payment made a second time on purpose', () => {
    const first = keepDraft(store, CONTRACT, CHOSEN, newKey);
    markPaid(store, CONTRACT, 'p-1');
    expect(keepDraft(store, CONTRACT, CHOSEN, newKey).key).not.toBe(first.key);
  });

  it('belongs to one contract', () => {
    keepDraft(store, CONTRACT, CHOSEN, newKey);
    expect(readDraft(store, 'another')).toBeNull();
  });
});

describe('a draft that was paid', () => {
  it('only leads to its receipt', () => {
    keepDraft(store, CONTRACT, CHOSEN, newKey);
    markPaid(store, CONTRACT, 'p-1');
    const kept = readDraft(store, CONTRACT);
    expect(kept).toEqual({ paymentId: 'p-1' });
    expect(kept !== null && isOpen(kept)).toBe(false);
  });
});

describe('a draft that somebody changed by hand', () => {
  it.each(['not json', '{}', 'null', '{"key":"k"}', '[1]'])('is none: %s', (text) => {
    store.setItem(`roadbook.payment.${CONTRACT}`, text);
    expect(readDraft(store, CONTRACT)).toBeNull();
  });
});

describe('the purpose of a payment', () => {
  it('is regular for what is due and for another amount', () => {
    expect(AMOUNT_CHOICES.map(purposeOf)).toEqual([
      'regular',
      'regular',
      'regular',
      'principal-only',
      'payoff',
    ]);
  });
});
