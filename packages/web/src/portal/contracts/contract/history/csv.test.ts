import { describe, expect, it } from 'vitest';
import { transactionsCsv } from './csv.ts';
import type { Transaction } from './transaction-words.ts';

const PAYMENT: Transaction = {
  entryId: 'e-2',
  seq: 2,
  kind: 'payment',
  businessDate: '2026-11-20',
  effectiveDate: '2026-11-19',
  recordedAt: '2026-11-20T15:04:05.000Z',
  amountCents: '44660',
  lines: [
    { label: 'interest', rule: 'simple-interest', inputs: { days: '31' }, cents: '5569' },
    { label: 'due-principal', rule: 'installment-due', inputs: {}, cents: '39091' },
  ],
  payment: {
    paymentId: 'p-2',
    purpose: 'regular',
    channel: 'bank-debit',
    methodLabel: 'Checking, "joint" account ending in 4321',
    state: 'accepted',
    clearsOn: '2026-12-01',
  },
  balanceCents: '1000005',
  reversesSeq: null,
  reversedBySeq: null,
  reason: null,
};

const rowsOf = (csv: string) => csv.split('\r\n');

describe('the history as CSV', () => {
  it('writes one line for an entry, quoted where it must be', () => {
    expect(rowsOf(transactionsCsv([PAYMENT]))[1]).toBe(
      '2026-11-19,2026-11-20,2026-11-20T15:04:05.000Z,payment,446.60,10000.05,accepted,' +
        '"Checking, ""joint"" account ending in 4321","interest 55.69; due-principal 390.91",e-2',
    );
  });

  it('begins with the names of its columns and puts the oldest entry first', () => {
    const boarded = { ...PAYMENT, entryId: 'e-1', kind: 'boarded', payment: null, lines: [] };
    const [head, first, second] = rowsOf(transactionsCsv([PAYMENT, boarded]));
    expect(head).toMatch(/^effective_date,/);
    expect(first).toMatch(/,e-1$/);
    expect(second).toMatch(/,e-2$/);
  });

  it('lets no text run as a formula, and leaves negative amounts alone', () => {
    const method = { ...PAYMENT.payment!, methodLabel: '=HYPERLINK("x")' };
    const csv = transactionsCsv([{ ...PAYMENT, amountCents: '-44660', payment: method }]);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain(',-446.60,');
  });
});
