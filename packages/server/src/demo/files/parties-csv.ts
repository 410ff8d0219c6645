import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import type { DemoPerson } from '../customers/people.ts';
import type { DemoLease } from '../demo-lease.ts';
import type { DemoLoan } from '../demo-loan.ts';
import type { Held, Portfolio } from '../portfolio.ts';

type Cell = string | number;
type Row = Readonly<Record<string, Cell>>;

const COLUMNS = [
  'contract_number',
  'deal',
  'asset_number',
  'role',
  'first_name',
  'last_name',
  'date_of_birth',
  'ssn',
  'street',
  'unit',
  'city',
  'state',
  'zip',
  'email',
  'phone',
  'user_name',
  'vin',
  'delivery_odometer',
  'due_day',
  'allowance_miles_per_year',
  'odometer_reading',
  'odometer_read_on',
] as const;

/** The parties file of both deals: who, which car, and what EX-102 does not say of a contract. */
export function partiesCsv({ loans, leases }: Pick<Portfolio, 'loans' | 'leases'>): string {
  const rows = [...loans.flatMap(loanRows), ...leases.flatMap(leaseRows)];
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column] ?? '')).join(','));
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

function loanRows({ contract, people }: Held<DemoLoan>): Row[] {
  return people.map((person, index) => ({
    ...ofContract(contract),
    role: index === 0 ? 'borrower' : 'co-borrower',
    ...ofPerson(person),
  }));
}

function leaseRows({ contract, people }: Held<DemoLease>): Row[] {
  return people.map((person, index) => ({
    ...ofContract(contract),
    role: index === 0 ? 'lessee' : 'co-lessee',
    ...ofPerson(person),
    delivery_odometer: contract.terms.mileage.deliveryOdometer,
    allowance_miles_per_year: contract.allowanceMilesPerYear,
    odometer_reading: contract.odometer.miles,
    odometer_read_on: contract.odometer.on,
  }));
}

function ofContract({ contractNumber, deal, assetNumber, car, terms }: DemoLoan | DemoLease): Row {
  return {
    contract_number: contractNumber,
    deal,
    asset_number: assetNumber,
    vin: car.vin,
    due_day: dueDayOf(terms) ?? '',
  };
}

function ofPerson(person: DemoPerson): Row {
  return {
    first_name: person.firstName,
    last_name: person.lastName,
    date_of_birth: person.dateOfBirth,
    ssn: person.ssn,
    street: person.street,
    unit: person.unit,
    city: person.city,
    state: person.state,
    zip: person.zip,
    email: person.email,
    phone: person.phone,
    user_name: person.userName ?? '',
  };
}

function cell(value: Cell): string {
  const text = `${value}`;
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function dueDayOf(terms: LoanTerms | LeaseTerms): number | null {
  if (terms.product === 'lease') return terms.dueDay;
  const { rhythm } = terms.schedule.segments[0];
  return 'dueDay' in rhythm ? rhythm.dueDay : null;
}
