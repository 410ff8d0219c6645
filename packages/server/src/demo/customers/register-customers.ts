import { encode } from '@roadbook/api/wire';
import { knownPersons } from '../../book/write/board-contracts.ts';
import { insertPaymentMethod, methodLabels } from '../../money/methods/payment-methods.sql.ts';
import { identityHash } from '../../people/person.ts';
import { setCredential } from '../../people/set-credential.ts';
import type { Store } from '../../platform/database/store.ts';
import { type KeyRing, seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { bankAccountsOf } from './bank-accounts.ts';
import { ASKED_TWICE, DEMO_PASSWORD } from './named-customers.ts';
import type { DemoPerson } from './people.ts';

/** People of the portfolio with the ids that boarding gave them. */
export type KnownPeople = readonly { readonly person: DemoPerson; readonly personId: string }[];

export async function findPeople(
  store: Store,
  ring: KeyRing,
  people: readonly DemoPerson[],
): Promise<KnownPeople> {
  const hashed = people.map((person) => ({ person, hash: hashOf(ring, person) }));
  const known = await knownPersons(
    store,
    hashed.map(({ hash }) => hash),
  );
  return hashed.flatMap(({ person, hash }) => {
    const personId = known.get(hash.toString('hex'));
    return personId === undefined ? [] : [{ person, personId }];
  });
}

function hashOf(ring: KeyRing, person: DemoPerson): Buffer {
  const ssn = person.ssn.replaceAll('-', '');
  const hash = identityHash(ring, { ...person, ssn, ein: null });
  if (hash === null) throw new RangeError('a person of the demonstration has a number');
  return hash;
}

/** Saves the bank accounts people pay from; those that are saved already stay as they are. */
export async function saveBankAccounts(
  store: Store,
  ring: KeyRing,
  people: KnownPeople,
  nowMs: number,
): Promise<void> {
  for (const { person, personId } of people) {
    const saved = await methodLabels(store, personId);
    for (const [index, account] of bankAccountsOf(person).entries()) {
      const { methodId, accountType, routingNumber, accountNumber } = account;
      if (saved.has(methodId)) continue;
      const holderName = `${person.firstName} ${person.lastName}`;
      const secret = encode({ holderName, routingNumber, accountNumber });
      const sealed = seal(ring, identityOf.paymentMethod(methodId), secret);
      const lastFour = accountNumber.slice(-4);
      const method = { personId, methodId, accountType, lastFour, ...sealed };
      // The first account is the oldest, and lists show the oldest first.
      await insertPaymentMethod(store, method, nowMs + index);
    }
  }
}

/** Gives the named customers their sign-ins. */
export async function registerNamed(
  store: Store,
  ring: KeyRing,
  people: KnownPeople,
  nowMs: number,
): Promise<void> {
  await Promise.all(
    people.map(({ person: { userName, email }, personId }) => {
      if (userName === null) return Promise.resolve();
      const waivesSecond = userName !== ASKED_TWICE.userName;
      const credential = { userName, email, password: DEMO_PASSWORD, waivesSecond };
      return setCredential(store, ring, personId, credential, nowMs);
    }),
  );
}
