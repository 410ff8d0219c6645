import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import {
  LEASE_EDGES,
  type LeaseStatus,
  LOAN_EDGES,
  type LoanStatus,
  nextLeaseStatus,
  nextLoanStatus,
  publicLeaseStatus,
  publicLoanStatus,
  type StatusEvent,
} from './status.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

/** The table's answer to an event, `-` where there is no such edge. */
function follow<S extends string>(next: (from: S, event: StatusEvent) => S) {
  return (from: string, event: string): string | null => {
    try {
      return next(from as S, event as StatusEvent);
    } catch {
      return null;
    }
  };
}

/** Every row of a matrix: one status, the public word for it, and where each event leads. */
function checkMatrix(
  name: string,
  next: (from: string, event: string) => string | null,
  shown: (status: string) => string,
): void {
  checkTable(read(name), (row) => {
    const from = row.text('from');
    const answers: Record<string, string | null> = { public: shown(from) };
    for (const event of EVENTS) answers[event] = next(from, event);
    return answers;
  });
}

const EVENTS = [
  'term-ended',
  'paid-off',
  'all-money-cleared',
  'decided-again',
  'sale-decided-again',
  'charged-off',
  'vehicle-turned-in',
  'vehicle-bought',
  'final-bill-settled',
] satisfies StatusEvent[];

describe('the status of a contract', () => {
  test('of a loan follows its table and no other edge', () => {
    checkMatrix('loan-status', follow<LoanStatus>(nextLoanStatus), (status) =>
      publicLoanStatus(status as LoanStatus),
    );
  });

  test('of a lease follows its table and no other edge', () => {
    checkMatrix('lease-status', follow<LeaseStatus>(nextLeaseStatus), (status) =>
      publicLeaseStatus(status as LeaseStatus),
    );
  });

  test('has one edge for each status and event, and only known events', () => {
    for (const edges of [LOAN_EDGES, LEASE_EDGES]) {
      const keys = edges.map(({ from, event }) => `${from} ${event}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { event } of edges) expect(EVENTS).toContain(event);
    }
  });

  test('throws on an edge that is not there, naming it', () => {
    expect(() => nextLoanStatus('closed', 'paid-off')).toThrow('no edge from closed by paid-off');
  });
});
