/** What a build shows of a book: the amounts that a customer reads, contract by contract. */
import { planFigures, scheduledReturn } from '@roadbook/domain/lease-end/planner/contract-plan';
import { date } from '@roadbook/domain/time/calendar';
import { openDayOf } from '@roadbook/server/book/day/business-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { readContract } from '@roadbook/server/book/read/read-contract';
import { oldestEntries } from '@roadbook/server/book/read/read-entries';
import { readVehicle } from '@roadbook/server/book/read/read-vehicle';
import { presentContracts } from '@roadbook/server/contracts/present-contracts';
import { leaseEndFacts, openLease } from '@roadbook/server/lease-end/lease-end-facts';
import { presentTransaction } from '@roadbook/server/operation/transaction';
import type { Store } from '@roadbook/server/platform/database/store';
import { TEST_LENDER } from '@roadbook/server/testing/test-lender';

/** Amounts in cents as digits, days and counts, each under the name a person would give it. */
export type ShownContract = Readonly<Record<string, string | number | null>>;

export type ShownBook = {
  readonly openDay: string | null;
  /** By contract number. */
  readonly contracts: Readonly<Record<string, ShownContract>>;
  /** Each contract's entries in their order: day, amount, balance left, and the lines' amounts. */
  readonly history: Readonly<Record<string, readonly string[]>>;
  /** Sums over all contracts. */
  readonly totals: Readonly<Record<string, string>>;
  /** The balance of each ledger account, by product, and how much there is of everything. */
  readonly ledger: Readonly<Record<string, string | number>>;
};

type Presented = Awaited<ReturnType<typeof presentContracts>>[number];

/** Reads everything through what the portal reads it through. */
export async function showBook(store: Store): Promise<ShownBook> {
  const rows = await store.query<{ contract_id: string }>(
    'select contract_id from contract order by contract_number',
  );
  const ids = rows.map(({ contract_id: id }) => id);
  const presented = await presentContracts(store, ids, null);
  const contracts: Record<string, ShownContract> = {};
  const history: Record<string, string[]> = {};
  for (const each of presented.toSorted((a, b) => (a.contractNumber < b.contractNumber ? -1 : 1))) {
    const doors = each.product === 'lease' ? await doorsOf(store, each.contractId) : {};
    contracts[each.contractNumber] = { ...commonParts(each), ...ownParts(each), ...doors };
    history[each.contractNumber] = await historyOf(store, each.contractId);
  }
  return {
    openDay: await openDayOf(store),
    contracts,
    history,
    totals: totalsOf(Object.values(contracts)),
    ledger: await ledgerOf(store),
  };
}

function commonParts({ product, status, amountDue, ...rest }: Presented): ShownContract {
  return {
    product,
    status,
    amountDueCents: amountDue.total.totalCents,
    pastDueCents: amountDue.pastDueCents,
    feesCents: amountDue.feesCents,
    daysPastDue: amountDue.daysPastDue,
    nextDueDate: amountDue.nextDueDate,
    nextPaymentCents: amountDue.nextPaymentCents,
    chargedOffCents: rest.chargedOff?.totalCents ?? null,
    unclearedCents: rest.unclearedCents,
    promisedCents: sum(rest.scheduled.map(({ amountCents }) => amountCents)),
    lastPaymentOn: rest.lastPayment?.on ?? null,
    lastPaymentCents: rest.lastPayment?.amountCents ?? null,
    maturityDate: rest.maturityDate,
  };
}

function ownParts(each: Presented): ShownContract {
  if (each.product === 'loan') {
    return {
      balanceCents: each.balance.totalCents,
      payoffCents: each.payoff.totalCents,
      perDiemMicros: each.perDiemMicros,
      interestPaidThrough: each.interestPaidThrough,
      installmentsSatisfied: each.installmentsSatisfied,
      paidAheadTo: each.paidAheadTo,
    };
  }
  return {
    balanceCents: each.adjustedLeaseBalance.totalCents,
    remainingPayments: each.remainingPayments,
    remainingPaymentsCents: each.remainingPaymentsCents,
    prepaidCents: each.prepaidCents,
    projectedMiles: each.mileage.projectedMiles,
    projectedExcessCents: each.mileage.projectedExcess?.totalCents ?? null,
  };
}

/** What buying and giving back cost on the day the car is due; null where it cannot be done. */
async function doorsOf(store: Store, contractId: string): Promise<ShownContract> {
  const stored = await readContract(store, contractId);
  if (stored === null) return {};
  const lease = openLease(stored.contract);
  if (typeof lease === 'string') return {};
  const vehicle = await readVehicle(store, contractId);
  const facts = leaseEndFacts(lease, vehicle, TEST_LENDER, stored.openDay);
  const plan = { leaveOn: scheduledReturn(facts), chosen: [], answers: {} };
  const { doors } = planFigures(facts, plan, null);
  const cashOf = (wanted: 'buy' | 'return'): string | null => {
    const door = doors.find((each) => each.door === wanted);
    return door?.isOpen === true ? door.cash.totalCents.toString() : null;
  };
  return { buyoutCents: cashOf('buy'), returnCents: cashOf('return') };
}

async function historyOf(store: Store, contractId: string): Promise<string[]> {
  const none = { reversals: [], methods: new Map(), clearsOn: new Map(), paymentIds: new Map() };
  const today = (await openDayOf(store)) ?? date('1970-01-01');
  const entries = await oldestEntries(store, contractId, 0, 10_000);
  return entries.map((entry) => {
    const shown = presentTransaction(entry, { today, ...none });
    const lines = shown.lines.map(({ cents }) => cents).join(' ');
    return `${shown.effectiveDate} ${shown.amountCents} ${shown.balanceCents} = ${lines}`;
  });
}

function totalsOf(contracts: readonly ShownContract[]): Record<string, string> {
  const names = [...new Set(contracts.flatMap((each) => Object.keys(each)))];
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('Cents'))
      .map((name) => [name, sum(contracts.map((each) => each[name] ?? 0))]),
  );
}

async function ledgerOf(store: Store): Promise<Record<string, string | number>> {
  const { contracts, entries, postings, closedDays, totals } = await checkLedger(store);
  const balances = totals.map(({ product, account, debitCents, creditCents }) => [
    `${product} ${account}`,
    (debitCents - creditCents).toString(),
  ]);
  return { contracts, entries, postings, closedDays, ...Object.fromEntries(balances) };
}

function sum(amounts: readonly (string | number)[]): string {
  return amounts.reduce((total, each) => total + BigInt(each), 0n).toString();
}
