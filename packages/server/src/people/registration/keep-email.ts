import { encode } from '@roadbook/api/wire';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { sealPerson } from '../person.ts';
import { replacePerson } from './registration.sql.ts';
import type { ProvenRegistration } from './registration-step.ts';

/** Puts the confirmed email on file, with the history of what stood there. */
export async function keepEmail(
  tx: Queryable,
  { ring, clock }: Pick<Shell, 'ring' | 'clock'>,
  { personId, person }: ProvenRegistration['file'],
  email: string,
): Promise<void> {
  if (person.email === email) return;
  const nowMs = clock();
  const changeId = uuidV7(nowMs);
  const change = { email: { from: person.email, to: email } };
  const identity = identityOf.personChange(personId, changeId);
  await replacePerson(
    tx,
    personId,
    sealPerson(ring, personId, { ...person, email }),
    { changeId, fields: 'email', ...seal(ring, identity, encode(change)) },
    nowMs,
  );
}
