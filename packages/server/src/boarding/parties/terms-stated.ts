import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import { installmentCountOf } from '@roadbook/domain/schedule/schedule';
import { isNamed, type Party } from '../read/party/party.ts';

type Terms = LoanTerms | LeaseTerms;

/** What rows state of a contract's terms, beside the terms it has. */
export type StatedTerms = {
  /** Names of assumptions whose fact the rows state. */
  readonly stated: ReadonlySet<string>;
  /** Columns whose value is another than the contract's. */
  readonly different: readonly string[];
};

export function termsOtherThan(terms: Terms, parties: readonly Party[]): StatedTerms {
  const dueDay = statedIn(parties, 'dueDay');
  const delivery = statedIn(parties, 'deliveryOdometer');
  const perYear = statedIn(parties, 'allowanceMilesPerYear');
  const stated = new Set<string>();
  const different: string[] = [];
  if (parties.some(isNamed)) stated.add('parties');
  if (parties.some(({ contractNumber }) => contractNumber !== null)) stated.add('contractNumber');
  if (dueDay !== null && dueDayOf(terms) !== null) {
    stated.add('dueDay');
    if (dueDayOf(terms) !== dueDay) different.push('due_day');
  }
  if (terms.product === 'lease' && delivery !== null) {
    stated.add('deliveryOdometer');
    if (terms.mileage.deliveryOdometer !== delivery) different.push('delivery_odometer');
  }
  if (terms.product === 'lease' && perYear !== null) {
    stated.add('allowanceMilesPerYear');
    const miles = Math.round((perYear * terms.termMonths) / 12);
    if (terms.mileage.allowanceMiles !== miles) different.push('allowance_miles_per_year');
  }
  return { stated, different };
}

/** The day of the month; null where payments do not fall due by one. */
export function dueDayOf(terms: Terms): number | null {
  if (terms.product === 'lease') return terms.dueDay;
  const { rhythm } = terms.schedule.segments[0];
  return 'dueDay' in rhythm ? rhythm.dueDay : null;
}

/** Whether terms read today differ from those of the contract in the day of the month alone. */
export function sameButDueDay(terms: Terms, today: Terms): boolean {
  if (terms.product === 'lease' || today.product === 'lease') {
    return (
      terms.product === 'lease' &&
      today.product === 'lease' &&
      terms.termMonths === today.termMonths &&
      terms.timing === today.timing &&
      terms.basePaymentCents === today.basePaymentCents &&
      terms.startsOn.slice(0, 7) === today.startsOn.slice(0, 7)
    );
  }
  const [before, after] = [terms.schedule, today.schedule];
  const [first, other] = [before.segments[0], after.segments[0]];
  return (
    before.segments.length === after.segments.length &&
    installmentCountOf(before) === installmentCountOf(after) &&
    before.finalInstallmentCents === after.finalInstallmentCents &&
    first.installmentCents === other.installmentCents &&
    first.rhythm.every === other.rhythm.every &&
    first.firstDueDate.slice(0, 7) === other.firstDueDate.slice(0, 7)
  );
}

function statedIn(
  parties: readonly Party[],
  field: 'dueDay' | 'deliveryOdometer' | 'allowanceMilesPerYear',
): number | null {
  return parties.find((party) => party[field] !== null)?.[field] ?? null;
}
