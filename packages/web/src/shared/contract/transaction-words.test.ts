import { describe, expect, it, vi } from 'vitest';

vi.mock('../copy/copy.ts', () => ({
  t: (key: string, values: Record<string, unknown> = {}) =>
    [key, ...Object.values(values)].join(' '),
  hasCopy: (key: string) => /^(part\.|reason\.r01)/.test(key),
}));

import { reasonWords, splitWords, type Transaction } from './transaction-words.ts';

const line = (label: string, cents: string) => ({ label, rule: 'agreed', inputs: {}, cents });
const payment = (...lines: ReturnType<typeof line>[]): Transaction =>
  ({ kind: 'payment', amountCents: '49232', lines }) as unknown as Transaction;

describe('what a payment did', () => {
  it('tells the principal that was due from the principal beyond it', () => {
    const split = splitWords(payment(line('due-principal', '41810'), line('principal', '3838')));
    expect(split).toContain('part.principal-due $418.10, part.principal-extra $38.38');
  });

  it('says principal and no more where there is only one kind', () => {
    expect(splitWords(payment(line('principal', '1176764')))).toContain(
      'part.principal $11,767.64',
    );
    expect(splitWords(payment(line('due-principal', '100')))).toContain('part.due-principal $1.00');
  });
});

describe('why a payment came back', () => {
  it('is said in words, and by its code where there are none yet', () => {
    expect(reasonWords('R01')).toBe('reason.r01');
    expect(reasonWords('r99')).toBe('history.reason R99');
  });
});
