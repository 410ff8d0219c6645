import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { fromParts } from '@roadbook/domain/time/calendar';
import { type Dice, dice } from '../dice.ts';
import { ASKED_TWICE, GIVES_BACK, NAMED_CUSTOMERS } from './named-customers.ts';

/** A person who does not exist, as the parties file states them. */
export type DemoPerson = {
  /** A short name of the person's own, such as `maya` or `customer-017`. */
  readonly id: string;
  /** Null for those who have not registered. */
  readonly userName: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: BusinessDate;
  readonly ssn: string;
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly email: string;
  readonly phone: string;
};

const FIRST_NAMES = (
  'Aaliyah Adam Ahmed Aiko Alejandra Amara Andre Anika Antonio Beatriz Benjamin Bianca ' +
  'Caleb Camille Carlos Chidi Chloe Daniela Darnell Deepa Dmitri Elena Elijah Esther Farah ' +
  'Felix Gabriel Grace Hana Hassan Isabel Jamal Jasmine Joaquín Joy Keisha Kofi Leila Liam ' +
  'Linh Marcus Mei Miguel Naomi Nikhil Nora Olivia Omar Priya Rafael Rania Ruth Samir Sofía ' +
  'Tariq Thandi Tomasz Valentina Wei Yusuf Zoë'
).split(' ');

const LAST_NAMES = (
  'Abebe Alvarez Anderson Bauer Begum Brooks Castillo Chen Clarke Cohen Diallo Dubois Eriksen ' +
  'Fernández Fischer Garcia Gupta Hansen Hughes Ibrahim Jackson Johansson Kaplan Khan Kim ' +
  'Kowalski Larsen Lewis Li Martin Mbeki Mendes Mitchell Moreau Morgan Murphy Nguyen Novak ' +
  "O'Brien Ortiz Osei Park Patel Pereira Ramos Reyes Rossi Santos Schmidt Singh Smith-Lowe " +
  'Suzuki Tanaka Torres Walker Williams Yamamoto Young Zhang'
).split(' ');

const STREETS = (
  'Heron Way;Larch Street;Old Mill Road;Quarry Lane;Saddler Court;Thistle Avenue;Weir Street;' +
  'Juniper Drive;Foundry Row;Lantern Hill;Meadowlark Lane;Cooper Street'
).split(';');

/** Towns that do not exist, each with a ZIP that the Postal Service has not given out. */
const PLACES = [
  ['Fairbrook', 'OH', '43200', '614'],
  ['Lakeport Falls', 'IL', '60000', '312'],
  ['Westmere', 'IN', '46200', '317'],
  ['Cedar Bluff', 'MI', '48200', '313'],
  ['New Halden', 'WI', '53200', '414'],
  ['Stony Ford', 'PA', '15200', '412'],
  ['Palmetto Key', 'FL', '33100', '305'],
  ['Red Mesa', 'TX', '77000', '713'],
  ['Alder Bay', 'WA', '98100', '206'],
  ['Sierra Vista Park', 'CA', '90000', '213'],
  ['Harbor Point', 'NJ', '07100', '201'],
  ['Two Rivers', 'MN', '55400', '612'],
] as const;

/** The named customers first, then `count - named` others; never two of one name. */
export function makePeople(seed: string, count: number): DemoPerson[] {
  const first = dice(`${seed}/first-names`).shuffled(FIRST_NAMES);
  const last = dice(`${seed}/last-names`).shuffled(LAST_NAMES);
  return Array.from({ length: count }, (_, index) => {
    const placed = [ASKED_TWICE, GIVES_BACK].find(({ place }) => place === index);
    const named = placed ?? NAMED_CUSTOMERS[index] ?? null;
    const own = dice(`${seed}/person/${index}`);
    const firstName = named?.firstName ?? first[index % first.length] ?? '';
    const lastName = named?.lastName ?? last[index % last.length] ?? '';
    const id = NAMED_CUSTOMERS[index]?.userName ?? `customer-${index.toString().padStart(3, '0')}`;
    const mailbox = named?.userName ?? `${plain(firstName)}.${plain(lastName)}`;
    return {
      ...address(own, index),
      id,
      userName: named?.userName ?? null,
      firstName,
      lastName,
      dateOfBirth: birthDate(own),
      ssn: neverIssued(index),
      email: `${mailbox}@customer.example`,
    };
  });
}

function address(own: Dice, index: number) {
  const [city, state, zip, areaCode] = own.pick(PLACES);
  return {
    street: `${own.between(2, 480)} ${own.pick(STREETS)}`,
    unit: own.chance(30) ? `Apt ${own.between(1, 28)}` : '',
    city,
    state,
    zip,
    phone: `(${areaCode}) 555-01${(index % 100).toString().padStart(2, '0')}`,
  };
}

function birthDate(own: Dice): BusinessDate {
  const [year, month, day] = [own.between(1951, 2003), own.between(1, 12), own.between(1, 28)];
  return fromParts({ year, month, day });
}

/**
 * A number that was never issued: no Social Security number begins with 9, and no taxpayer number
 * has a group below 50.
 */
function neverIssued(index: number): string {
  const group = 10 + (index % 30);
  return `987-${group}-${(4_301 + index * 37).toString().padStart(4, '0')}`;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
