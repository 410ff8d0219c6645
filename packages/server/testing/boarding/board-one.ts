/** Boards one contract of a test and reads it back, as a person's command would make it. */
import type { Contract } from '@roadbook/domain/contract/contract';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { afterAll, beforeAll, expect } from 'vitest';
import { contractIdOf } from '../../src/boarding/board-record.ts';
import { loadParties } from '../../src/boarding/read/party/party-index.ts';
import { checkLedger } from '../../src/book/proof/check-ledger.ts';
import { readContract } from '../../src/book/read/read-contract.ts';
import type { Store } from '../../src/platform/database/store.ts';
import { type Boarded, boardText, DEAL, leaseFile, loanFile } from '../sample-book.ts';
import { type Engine, openTestStore, type TestStore } from '../test-store.ts';

export type Elements = Readonly<Record<string, string>>;

/** A loan of 25,000.00 at 6.49 % over 60 months, so that 489.04 is its level payment. */
export const LEVEL_LOAN: Elements = {
  originationDate: '10/2024',
  originalLoanAmount: '25000.00',
  loanMaturityDate: '10/2029',
  originalFirstPaymentDate: '11/2024',
  reportingPeriodActualEndBalanceAmount: '16000.00',
  reportingPeriodScheduledPaymentAmount: '489.04',
  interestPaidThroughDate: '10-15-2026',
};

export type BoardedContract = Boarded & { readonly contract: Contract };

/** Boards single contracts into one store, opened before the tests and proved after them. */
export function boardingOf(engine: Engine) {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore(engine);
  });
  afterAll(async () => {
    const { findings } = await checkLedger(opened.store);
    await opened.end();
    expect(findings).toEqual([]);
  });
  const store = (): Store => opened.store;

  const contractOf = async (assetNumber: string): Promise<Contract> => {
    const stored = await readContract(store(), contractIdOf(DEAL, assetNumber));
    if (stored === null) throw new Error(`${assetNumber} is not boarded`);
    return stored.contract;
  };
  const boardLoan = async (
    assetNumber: string,
    elements: Elements,
    dueDay: number | null = null,
  ): Promise<BoardedContract> => {
    const party = dueDay === null ? {} : { due_day: `${dueDay}` };
    const parties = await partyOf(assetNumber, 'borrower', party);
    const text = loanFile([{ ...LEVEL_LOAN, ...elements, assetNumber }]);
    const boarded = await boardText(store(), text, { parties });
    return { ...boarded, contract: await contractOf(assetNumber) };
  };
  const boardLease = async (
    assetNumber: string,
    elements: Elements,
    party: Elements = {},
  ): Promise<BoardedContract> => {
    const parties = await partyOf(assetNumber, 'lessee', party);
    const text = leaseFile([{ ...elements, assetNumber }]);
    const boarded = await boardText(store(), text, { parties });
    return { ...boarded, contract: await contractOf(assetNumber) };
  };
  return { store, contractOf, boardLoan, boardLease };
}

/** The parties of one contract, or none where nothing is said of them. */
async function partyOf(assetNumber: string, role: string, columns: Elements) {
  const names = Object.keys(columns).join(',');
  if (names === '') return null;
  const text =
    `asset_number,role,first_name,last_name,${names}\n` +
    `${assetNumber},${role},Ada,Sample,${Object.values(columns).join(',')}`;
  return loadParties([Buffer.from(text)], (reject) => {
    throw new Error(JSON.stringify(reject));
  });
}

export function dueOn(contract: Contract, on: BusinessDate) {
  return contract.product === 'loan' ? loanAmountDue(contract, on) : leaseAmountDue(contract, on);
}

export function assumedOf(contract: Contract, term: string) {
  return contract.terms.assumed.find((each) => each.term === term);
}
