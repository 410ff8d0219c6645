import type { Contract } from '@roadbook/domain/contract/contract';
import type { Decision } from '@roadbook/domain/contract/decision';
import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import { begin, record } from '@roadbook/domain/contract/record';
import { leasePaymentsDueBy } from '@roadbook/domain/lease/lease-calendar';
import { installmentsDueBy } from '@roadbook/domain/loan/installment';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import type { Party } from '../read/party/party.ts';
import type { Fault } from '../read/reject.ts';
import { sameButDueDay, termsOtherThan } from './terms-stated.ts';

/** A contract as the book has it. `isUntouched`: nothing was decided but its terms. */
export type Standing = {
  readonly contract: Contract;
  readonly termsVersion: number;
  readonly isUntouched: boolean;
};

/** A contract as it would be boarded today, from its record and the rows of the parties file. */
export type Remapped = { readonly contract: Contract; readonly asOf: BusinessDate };

/** What rows come to for a contract's terms: nothing, a new version, or why it cannot be. */
export type Restated =
  | { readonly outcome: 'as-it-was' }
  | { readonly outcome: 'changed'; readonly decision: Decision; readonly fields: readonly string[] }
  | { readonly outcome: 'refused'; readonly fault: Fault };

/**
 * The terms of a boarded contract with what rows state in place of what was assumed. What was
 * assumed rightly, and what is no amount, only leaves the list of assumptions. A due day changes
 * while nothing was decided from the assumed one; after that it is a change of the contract, which
 * no file makes. `remapped` is null where the parties file came without the contract's record.
 */
export function restateTerms(
  standing: Standing,
  parties: readonly Party[],
  remapped: Remapped | Fault | null,
  openDay: BusinessDate,
): Restated {
  const { contract, isUntouched } = standing;
  const { stated, different } = termsOtherThan(contract.terms, parties);
  const assumed = contract.terms.assumed.filter(({ term }) => !stated.has(term));
  const isShorter = assumed.length < contract.terms.assumed.length;
  if (different.length === 0) {
    if (!isShorter) return { outcome: 'as-it-was' };
    return changed(standing, { ...contract.terms, assumed }, contract.facts, [], openDay);
  }
  if (remapped === null) return refused(needsRecord(different));
  if (!('contract' in remapped)) return refused(remapped);
  const after = remapped.contract;
  if (different.includes('due_day')) {
    const isOpen = isUntouched && isUndecided(contract, remapped, openDay);
    if (!isOpen || !sameButDueDay(contract.terms, after.terms)) return refused(decidedAlready());
  }
  const terms = takenFrom(contract.terms, after.terms, different);
  const facts = different.includes('due_day') ? after.facts : contract.facts;
  return changed(standing, { ...terms, assumed }, facts, different, openDay);
}

function changed(
  { contract, termsVersion }: Standing,
  terms: LoanTerms | LeaseTerms,
  facts: Contract['facts'],
  fields: readonly string[],
  openDay: BusinessDate,
): Restated {
  const before = { ...contract, terms, facts } as Contract;
  const step = record(begin(before), {
    kind: 'terms-changed',
    effectiveDate: openDay,
    postings: [],
    memo: { reason: 'stated-by-parties-file', version: `${termsVersion + 1}` },
    events: [{ kind: 'terms-changed', data: { fields: fields.join(' ') } }],
  });
  const receipt = { contractId: contract.contractId };
  return {
    outcome: 'changed',
    fields,
    decision: { outcome: 'decided', entries: step.entries, receipt },
  };
}

/** Nothing has moved since the cut-off, and no payment has fallen due by either due day. */
function isUndecided(
  contract: Contract,
  { contract: after, asOf }: Remapped,
  openDay: BusinessDate,
): boolean {
  const isSame = contract.balances.every((cents, index) => cents === after.balances[index]);
  const yesterday = addDays(openDay, -1);
  const isQuiet = [contract.terms, after.terms].every(
    (terms) => dueBy(terms, asOf) === dueBy(terms, yesterday < asOf ? asOf : yesterday),
  );
  return isSame && isQuiet;
}

function dueBy(terms: LoanTerms | LeaseTerms, on: BusinessDate): number {
  return terms.product === 'loan' ? installmentsDueBy(terms, on) : leasePaymentsDueBy(terms, on);
}

/** The stored terms with what differs taken from those of today's reading, and nothing else. */
function takenFrom(
  terms: LoanTerms | LeaseTerms,
  after: LoanTerms | LeaseTerms,
  different: readonly string[],
): LoanTerms | LeaseTerms {
  const isDueDay = different.includes('due_day');
  if (terms.product === 'loan') {
    return isDueDay && after.product === 'loan' ? { ...terms, schedule: after.schedule } : terms;
  }
  if (after.product !== 'lease') return terms;
  const { deliveryOdometer, allowanceMiles } = after.mileage;
  return {
    ...terms,
    ...(isDueDay ? { dueDay: after.dueDay, startsOn: after.startsOn } : {}),
    mileage: {
      ...terms.mileage,
      ...(different.includes('delivery_odometer') ? { deliveryOdometer } : {}),
      ...(different.includes('allowance_miles_per_year') ? { allowanceMiles } : {}),
    },
  };
}

function refused(fault: Fault): Restated {
  return { outcome: 'refused', fault };
}

function needsRecord(fields: readonly string[]): Fault {
  return {
    element: fields.join(', '),
    value: null,
    rule: 'needs-the-record',
    sentence:
      'The contract was boarded with another value. It is changed only beside the record that the' +
      ' contract was made of.',
    accepted: 'the contracts file and the parties file together: board <file> --parties <file>',
  };
}

function decidedAlready(): Fault {
  return {
    element: 'due_day',
    value: null,
    rule: 'needs-a-terms-change',
    sentence:
      'Payments fell due or money was posted since the contract was boarded with another due day,' +
      ' so a file does not change it any more. The contract stays as it is.',
    accepted: 'a change of the due date by the lender, for the payments still to come',
  };
}
