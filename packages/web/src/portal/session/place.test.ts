import { describe, expect, it } from 'vitest';
import { keepPlace, takePlace } from './place.ts';

const storeWith = (first: [string, string][] = []) => {
  const kept = new Map(first);
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
};

describe('the place where a session ended', () => {
  it('is taken up again, once', () => {
    const store = storeWith();
    keepPlace(store, '/contracts/abc/pay/check', 1_000);
    expect(takePlace(store, 2_000)).toBe('/contracts/abc/pay/check');
    expect(takePlace(store, 2_000)).toBeNull();
  });

  it('may be the bank accounts as well', () => {
    const store = storeWith();
    keepPlace(store, '/payment-methods', 0);
    expect(takePlace(store, 1)).toBe('/payment-methods');
  });

  it('is forgotten after half an hour', () => {
    const store = storeWith();
    keepPlace(store, '/contracts/abc/pay', 0);
    expect(takePlace(store, 30 * 60_000)).toBeNull();
  });

  it.each([
    '//elsewhere.example',
    'https://elsewhere.example',
    '/contracts/../x',
    '/sign-in',
    '\\\\x',
  ])('never leads out of the portal: %s', (path) => {
    const store = storeWith();
    keepPlace(store, path, 0);
    expect(takePlace(store, 1)).toBeNull();
  });

  it.each(['{', 'null', '{"path":7,"at":0}'])('is none when it cannot be read: %s', (text) => {
    expect(takePlace(storeWith([['roadbook.place', text]]), 1)).toBeNull();
  });
});
