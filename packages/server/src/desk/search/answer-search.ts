import type * as operations from '@roadbook/api/operations/desk-customers';
import { PROBLEMS, type ProblemCode } from '@roadbook/api/problem';
import { publicLeaseStatus, publicLoanStatus } from '@roadbook/domain/contract/status';
import type { Call } from '../../operation/handler.ts';
import type { Shell } from '../../operation/shell.ts';
import { fullName, loginHash, unsealPerson } from '../../people/person.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import { recordDeskLook } from '../look/look.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { searchHash } from './make-search-keys.ts';
import type { ProblemLog } from './problem-log.ts';
import {
  findPeople,
  type Lookup,
  type PersonContractRow,
  peopleWithContracts,
} from './search.sql.ts';
import { type SearchQuestion, searchQuestion } from './search-words.ts';

/** More than this nobody reads; a longer text finds fewer. */
const SHOWN_MOST = 20;

type FoundBy = 'name' | 'contract-number' | 'vin' | 'phone' | 'last-four' | 'user-name' | 'problem';

/** Finds customers by what somebody typed, and records that names were shown. */
export async function searchCustomers(
  { shell, caller, body }: Call<typeof operations.searchCustomers, StaffCaller>,
  problems: ProblemLog | null,
) {
  const question = searchQuestion(body.text);
  const problem = await problemOf(shell, question.reference, problems);
  const hits = await findPeople(shell.store, lookupOf(shell.ring, question), SHOWN_MOST);
  const found = new Map<string, FoundBy[]>();
  const note = (personId: string, by: FoundBy) =>
    found.set(personId, [...(found.get(personId) ?? []), by]);
  for (const { person_id, found_by } of hits) note(person_id, found_by as FoundBy);
  if (problem?.personId != null) note(problem.personId, 'problem');
  const shown = [...found].slice(0, SHOWN_MOST);
  const rows = await peopleWithContracts(
    shell.store,
    shown.map(([personId]) => personId),
  );
  const ways = [...new Set(shown.flatMap(([, by]) => by))].join(' ');
  const words = `${shown.length} shown${ways === '' ? '' : `, by ${ways}`}`;
  await recordDeskLook(shell, caller, { what: 'search', note: words });
  const customers = shown.flatMap(([personId, foundBy]) => {
    const own = rows.filter((row) => row.person_id === personId);
    return own[0] === undefined ? [] : [presentFound(shell.ring, own[0], own, foundBy)];
  });
  customers.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return { customers, isCut: found.size > SHOWN_MOST, problem };
}

function lookupOf(ring: KeyRing, question: SearchQuestion): Lookup {
  const { names, phone, lastFour, login, ...rest } = question;
  const hashed = (kind: 'name' | 'phone' | 'last-four', text: string | null) =>
    text === null ? null : searchHash(ring, { kind, text });
  return {
    ...rest,
    names: names.map((text) => searchHash(ring, { kind: 'name', text })),
    phone: hashed('phone', phone),
    lastFour: hashed('last-four', lastFour),
    login: login === null ? null : loginHash(ring, login),
  };
}

function presentFound(
  ring: KeyRing,
  row: PersonContractRow,
  own: readonly PersonContractRow[],
  foundBy: FoundBy[],
) {
  const person = unsealPerson(ring, row);
  const place = [person.city, person.state].filter((part) => part !== null).join(', ');
  return {
    personId: row.person_id,
    name: fullName(person),
    place: place === '' ? null : place,
    foundBy,
    contracts: own.flatMap(presentFoundContract),
  };
}

/** One contract of a person in a line. */
export function presentFoundContract(row: PersonContractRow) {
  if (row.contract_id === null) return [];
  const { product, status } = row;
  return [
    {
      contractId: row.contract_id,
      contractNumber: row.contract_number,
      role: row.role,
      product,
      status: publicStatus(product, status),
      vehicle: { year: row.model_year, make: row.make, model: row.model, vin: row.vin },
    },
  ];
}

function publicStatus(product: 'loan' | 'lease', status: string): string {
  return product === 'loan'
    ? publicLoanStatus(status as Parameters<typeof publicLoanStatus>[0])
    : publicLeaseStatus(status as Parameters<typeof publicLeaseStatus>[0]);
}

async function problemOf({ store }: Shell, reference: string | null, problems: ProblemLog | null) {
  if (reference === null || problems === null) return null;
  const found = await problems.find(store, reference);
  if (found === null) return null;
  const { code, at, personId, contractId } = found;
  const title = PROBLEMS[code as ProblemCode]?.title ?? code;
  return { reference, code, title, at, personId, contractId };
}
