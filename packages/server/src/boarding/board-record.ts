import { hash } from 'node:crypto';
import { liveDays } from '@roadbook/domain/close/live-days';
import type { Assumption } from '@roadbook/domain/contract/assumption';
import type { Contract } from '@roadbook/domain/contract/contract';
import type { Decision } from '@roadbook/domain/contract/decision';
import { boardLease } from '@roadbook/domain/lease/board-lease';
import { NO_BALANCES } from '@roadbook/domain/ledger/balances';
import { boardLoan } from '@roadbook/domain/loan/board-loan';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { ContractToBoard } from '../book/write/board-contracts.ts';
import { GENESIS } from '../book/write/hash-chain.ts';
import { prepareDecision } from '../book/write/prepare-entries.ts';
import { DEFAULT_CHECKS } from '../lender/boarding-checks.ts';
import type { Lender } from '../lender/lender.ts';
import { namedUuid } from '../platform/database/uuid.ts';
import type { KeyRing } from '../platform/keys/key-ring.ts';
import { tooManyDays, tooOld } from './check/file-age.ts';
import { type Finding, refusalOf } from './check/finding.ts';
import { CUT_OFF } from './map/cut-off.ts';
import { mapLease } from './map/map-lease.ts';
import { mapLoan } from './map/map-loan.ts';
import { partiesToBoard, peopleOf } from './parties/party-person.ts';
import type { Party } from './read/party/party.ts';
import type { Fault } from './read/reject.ts';
import { notUsedThatMatter } from './read/schema/element-use.ts';
import { type Ex102Record, moneyCents, text } from './read/schema/ex102-record.ts';

/** What boarding one record needs besides the record. */
export type BoardingContext = {
  readonly deal: string;
  readonly source: string;
  readonly asOf: BusinessDate | null;
  readonly openDay: BusinessDate;
  readonly lender: Lender;
  readonly ring: KeyRing;
  readonly nowMs: number;
  /** Whether a record whose cut-off is long ago is boarded all the same. */
  readonly isOldFile?: boolean;
};

export type BoardedRecord = {
  readonly toBoard: ContractToBoard;
  readonly principalCents: bigint;
  readonly chargedOffCents: bigint;
  /** What is left over of a loan that has ended, and what is owed back of one that was overpaid. */
  readonly memoCents: bigint;
  readonly creditCents: bigint;
  readonly assumed: readonly string[];
  /** What was found odd and boarded all the same. */
  readonly remarks: readonly Fault[];
  /** A value that the contract boards without. */
  readonly leftOut: Fault | null;
};

/** The contract id of an asset: the same every time, so that boarding twice cannot make two. */
export function contractIdOf(deal: string, assetNumber: string): string {
  return namedUuid('contract', deal, assetNumber);
}

/** A record with the id of the contract it makes, and its hash: each is needed more than once. */
export type IdentifiedRecord = {
  readonly record: Ex102Record;
  readonly contractId: string;
  readonly recordHash: Buffer;
};

export function identify(deal: string, record: Ex102Record): IdentifiedRecord {
  const contractId = contractIdOf(deal, record.assetNumber);
  return { record, contractId, recordHash: recordHashOf(record) };
}

/** The hash by which a second run of a file knows that a record says the same as before. */
function recordHashOf(record: Ex102Record): Buffer {
  let text = '';
  for (const [name, values] of record.fields) {
    const [only = ''] = values;
    text += `${name}\u0000${values.length > 1 ? values.join('\u0001') : only}\n`;
  }
  return Buffer.from(hash('sha256', text), 'hex');
}

/** Maps a record to everything boarding writes, or says why it cannot be a contract. */
export function boardRecord(
  { record, contractId, recordHash }: IdentifiedRecord,
  parties: readonly Party[],
  context: BoardingContext,
): BoardedRecord | Fault {
  const { deal, lender, asOf, openDay, nowMs, ring } = context;
  const mapped =
    record.product === 'loan'
      ? mapLoan(record, parties, lender, asOf)
      : mapLease(record, parties, lender, asOf, openDay);
  if (!('opening' in mapped)) return mapped;
  const checks = lender.boarding.checks ?? DEFAULT_CHECKS;
  if (context.isOldFile !== true && tooManyDays(mapped.opening.asOf, openDay, checks) !== null) {
    return tooOld(CUT_OFF[record.product], mapped.opening.asOf, checks);
  }
  const refusal = refusalOf(mapped.findings);
  if (refusal !== null) return refusal;
  const statedNumber = parties.find(({ contractNumber }) => contractNumber !== null);
  const contractNumber = statedNumber?.contractNumber ?? `${deal}-${record.assetNumber}`;
  const unstated = statedNumber
    ? []
    : [{ term: 'contractNumber', value: contractNumber, reason: 'from-deal-and-asset' }];
  const people = peopleOf(parties, record.product);
  const noParties = people.length > 0 ? [] : [{ term: 'parties', value: '', reason: 'no-party' }];
  const found = recordedOf(record, mapped.findings);
  const assumed = [...mapped.terms.assumed, ...unstated, ...noParties];
  const terms = { ...mapped.terms, assumed: [...assumed, ...found] };
  const opened = openingOf(contractId, { ...mapped, terms } as typeof mapped);
  const decision = liveDays(opened, mapped.opening.asOf, openDay);
  const opening = prepareDecision(
    {
      contract: emptyContract(decision, contractId),
      head: GENESIS,
      openDay,
      key: 'boarded',
      inputHash: null,
      decision,
      earliestNext: openDay,
    },
    nowMs,
  );
  return {
    toBoard: {
      contractId,
      product: record.product,
      contractNumber,
      deal,
      assetNumber: record.assetNumber,
      asOf: mapped.opening.asOf,
      recordHash,
      source: context.source,
      terms,
      opening,
      vehicle: vehicleOf(record, parties),
      parties: partiesToBoard(ring, contractId, people),
    },
    principalCents: 'principalCents' in mapped.opening ? mapped.opening.principalCents : 0n,
    chargedOffCents: opened.entries[0]?.after.facts.end.chargedOffCents ?? 0n,
    memoCents: 'endBalanceMemoCents' in mapped.opening ? mapped.opening.endBalanceMemoCents : 0n,
    creditCents: 'creditCents' in mapped.opening ? mapped.opening.creditCents : 0n,
    assumed: assumed.map(({ term }) => term),
    remarks: mapped.findings,
    leftOut: 'leftOut' in mapped ? mapped.leftOut : null,
  };
}

/**
 * What stands with the contract besides its terms: elements that were not used though they would
 * have changed it, and what was found odd. Each under the element's name, which stands once.
 */
function recordedOf(record: Ex102Record, findings: readonly Finding[]): Assumption[] {
  const recorded = new Map<string, Assumption>();
  for (const { element, value, rule } of findings) {
    const term = element ?? rule;
    recorded.set(term, { term, value: value ?? '', reason: rule });
  }
  for (const { element, value } of notUsedThatMatter(record)) {
    if (!recorded.has(element)) {
      recorded.set(element, { term: element, value, reason: 'stated-not-used' });
    }
  }
  return [...recorded.values()];
}

function openingOf(
  contractId: string,
  mapped: Exclude<ReturnType<typeof mapLoan> | ReturnType<typeof mapLease>, Fault>,
): Decision {
  return mapped.terms.product === 'loan'
    ? boardLoan(contractId, mapped.terms, mapped.opening as Parameters<typeof boardLoan>[2])
    : boardLease(contractId, mapped.terms, mapped.opening as Parameters<typeof boardLease>[2]);
}

/** The contract before its first entry: only the version and the balances matter. */
function emptyContract(decision: Decision, contractId: string): Contract {
  const after = decision.entries[0]?.after;
  if (after === undefined) throw new RangeError('boarding makes an entry');
  return { ...after, contractId, version: 0, balances: NO_BALANCES };
}

function vehicleOf(record: Ex102Record, parties: readonly Party[]): ContractToBoard['vehicle'] {
  const year = text(record, 'vehicleModelYear');
  return {
    modelYear: year !== undefined && /^\d{4}$/.test(year) ? Number.parseInt(year, 10) : null,
    make: text(record, 'vehicleManufacturerName') ?? null,
    model: text(record, 'vehicleModelName') ?? null,
    vin: parties.find(({ vin }) => vin !== null)?.vin ?? null,
    valueCents: moneyCents(record, 'vehicleValueAmount') ?? null,
  };
}
