import type * as operations from '@roadbook/api/operations/session';
import type { Handler } from '../operation/handler.ts';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { signedInPerson } from './credential.sql.ts';
import { fullName, type Person, unsealPerson } from './person.ts';
import type { CustomerSession } from './session.ts';
import { openUserName } from './user-name.ts';

export const getDetails: Handler<typeof operations.getDetails, CustomerSession> = async ({
  shell,
  caller,
}) => {
  const { person, userName } = await personOf(shell, caller.personId);
  const { email, phone } = person;
  return { name: fullName(person), userName, email, phone, address: addressLines(person) };
};

/** A person's own file, opened. */
export async function personOf(
  { store, ring }: Shell,
  personId: string,
): Promise<{ readonly person: Person; readonly userName: string }> {
  const row = await signedInPerson(store, personId);
  if (row === undefined) throw new ProblemError('not-signed-in');
  return { person: unsealPerson(ring, row), userName: openUserName(ring, row) };
}

/** An address as it stands on an envelope; empty when we have none. */
export function addressLines({ street, unit, city, state, zip, country }: Person): string[] {
  const town = [city, [state, zip].filter((part) => part !== null).join(' ')];
  const place = town.filter((part) => part !== null && part !== '').join(', ');
  const lines = [street, unit, place, country === 'US' ? null : country];
  return lines.filter((each): each is string => each !== null && each !== '');
}
