/**
 * One contract for every cell of the table command × product × day, boarded through the book: no
 * file states yet how a lease is timed. Everything falls due on the 3rd of the month.
 */
import { liveDays } from '@roadbook/domain/close/live-days';
import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import { boardLease } from '@roadbook/domain/lease/board-lease';
import { leasePaymentsDueBy } from '@roadbook/domain/lease/lease-calendar';
import { implicitRate } from '@roadbook/domain/lease/pricing';
import { NO_BALANCES } from '@roadbook/domain/ledger/balances';
import { boardLoan } from '@roadbook/domain/loan/board-loan';
import { loanTerms } from '@roadbook/domain/testing/sample-contracts';
import { addMonths, date } from '@roadbook/domain/time/calendar';
import { boardContracts, type ContractToBoard } from '@roadbook/server/book/write/board-contracts';
import { GENESIS } from '@roadbook/server/book/write/hash-chain';
import { prepareDecision } from '@roadbook/server/book/write/prepare-entries';
import type { Store } from '@roadbook/server/platform/database/store';
import { namedUuid } from '@roadbook/server/platform/database/uuid';
import { OPEN_DAY, TEST_CLOCK, TEST_LENDER } from '@roadbook/server/testing/test-lender';

export const PRODUCTS = [
  'loan',
  'lease in advance',
  'lease in arrears',
  'single-payment lease',
] as const;
export type Product = (typeof PRODUCTS)[number];

/** A contract in the middle of its life, or in its last month. */
export type Stage = 'running' | 'ending';

/** What is paid in a cell: an installment or a lease payment. */
export const PAYMENT_CENTS: Readonly<Record<Product, bigint>> = {
  loan: 310_00n,
  'lease in advance': 300_00n,
  'lease in arrears': 300_00n,
  'single-payment lease': 3_600_00n,
};

const AS_OF = date('2026-10-31');
const TERM_MONTHS = 12;

export type CellContract = { readonly name: string; readonly product: Product; stage: Stage };

export const cellContractId = (name: string): string => namedUuid('contract', 'TABLE', name);

/** Boards a contract for each cell, all of them one person's. */
export async function boardCells(
  store: Store,
  personId: string,
  cells: readonly CellContract[],
): Promise<void> {
  const contracts = cells.map((cell) => toBoard(cell, personId));
  await boardContracts(store, OPEN_DAY, TEST_CLOCK(), contracts);
}

function toBoard({ name, product, stage }: CellContract, personId: string): ContractToBoard {
  const contractId = cellContractId(name);
  const opened =
    product === 'loan' ? openLoan(contractId, stage) : openLease(contractId, product, stage);
  const decision = liveDays(opened, AS_OF, OPEN_DAY);
  const after = opened.entries[0]?.after;
  if (after === undefined) throw new RangeError('boarding makes an entry');
  const opening = prepareDecision(
    {
      contract: { ...after, version: 0, balances: NO_BALANCES },
      head: GENESIS,
      openDay: OPEN_DAY,
      key: 'boarded',
      inputHash: null,
      decision,
      earliestNext: OPEN_DAY,
    },
    TEST_CLOCK(),
  );
  return {
    contractId,
    product: after.product,
    contractNumber: name,
    deal: 'TABLE',
    assetNumber: name,
    asOf: AS_OF,
    recordHash: Buffer.alloc(32),
    source: 'table',
    terms: after.terms,
    opening,
    vehicle: { modelYear: null, make: null, model: null, vin: null, valueCents: null },
    // The person is there already, so what is sealed here is never written.
    parties: [
      { personId, role: 'borrower', identityHash: null, keyId: 'k1', sealed: Buffer.alloc(1) },
    ],
  };
}

/** 6 % a year, interest paid through October 18: 15 days of it on November 2. */
function openLoan(contractId: string, stage: Stage) {
  const firstDueDate = date(stage === 'running' ? '2026-05-03' : '2025-12-03');
  const terms = loanTerms({
    originatedOn: addMonths(firstDueDate, -1),
    amountFinancedCents: 3_600_00n,
    annualRatePpb: 60_000_000n,
    firstDueDate,
    dueDay: 3,
    installmentCount: TERM_MONTHS,
    installmentCents: PAYMENT_CENTS.loan,
    policy: TEST_LENDER.loanPolicy,
  });
  return boardLoan(contractId, terms, {
    asOf: AS_OF,
    principalCents: stage === 'running' ? 1_800_00n : 309_50n,
    unpaidInterestCents: 0n,
    otherFeesCents: 0n,
    interestFrom: date('2026-10-18'),
    satisfiedInstallments: stage === 'running' ? 6 : 11,
    chargedOffCents: null,
    endedOn: null,
  });
}

const TIMINGS = {
  'lease in advance': 'advance',
  'lease in arrears': 'arrears',
  'single-payment lease': 'single-payment',
} as const;

/** A payment falls due on November 3 where the lease runs; where it ends, it matures that day. */
function openLease(contractId: string, product: keyof typeof TIMINGS, stage: Stage) {
  const timing = TIMINGS[product];
  const running = timing === 'single-payment' ? '2026-11-03' : '2026-05-03';
  const cost = 13_000_00n;
  const residual = 10_000_00n;
  const rate = implicitRate(cost, PAYMENT_CENTS[product], residual, TERM_MONTHS, timing);
  if (rate === null) throw new RangeError('the lease has no implicit rate');
  const terms: LeaseTerms = {
    product: 'lease',
    startsOn: date(stage === 'running' ? running : '2025-11-03'),
    termMonths: TERM_MONTHS,
    dueDay: 3,
    timing,
    adjustedCapitalizedCostCents: cost,
    residualValueCents: residual,
    basePaymentCents: PAYMENT_CENTS[product],
    moneyFactorPpb: null,
    implicitRateE18: rate,
    betweenDueDates: 'pro-rata',
    tax: { method: 'none', jurisdiction: 'none', ratePpb: 0n, taxable: [] },
    mileage: {
      deliveryOdometer: 10,
      allowanceMiles: 12_000,
      boughtMiles: 0,
      excessMileCents: 20n,
    },
    endFees: TEST_LENDER.boarding.endFees,
    securityDepositCents: 0n,
    capitalizedCostReductionCents: 0n,
    accounting: 'operating',
    policy: TEST_LENDER.leasePolicy,
    assumed: [],
  };
  return boardLease(contractId, terms, {
    asOf: AS_OF,
    billed: leasePaymentsDueBy(terms, AS_OF),
    open: [],
    prepaidCents: 0n,
    otherFeesCents: 0n,
    odometer: null,
    ended: null,
  });
}
