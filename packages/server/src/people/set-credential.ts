import { hash } from '@node-rs/argon2';
import type { Store } from '../platform/database/store.ts';
import type { KeyRing } from '../platform/keys/key-ring.ts';
import { insertLogin, putCredential } from './credential.sql.ts';
import { loginHash } from './person.ts';

/** argon2id as OWASP recommends it: 19 MiB, two passes, one lane. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Gives a person a password and the logins under which they sign in. */
export async function setCredential(
  store: Store,
  ring: KeyRing,
  personId: string,
  credential: {
    readonly userName: string;
    readonly email: string | null;
    readonly password: string;
  },
  nowMs: number,
): Promise<void> {
  const passwordHash = await hash(credential.password, ARGON2);
  await store.transaction(async (tx) => {
    await putCredential(tx, { personId, userName: credential.userName, passwordHash }, nowMs);
    const logins = [
      ['user-name', credential.userName] as const,
      ...(credential.email === null ? [] : [['email', credential.email] as const]),
    ];
    for (const [kind, login] of logins) {
      await insertLogin(tx, loginHash(ring, login), personId, kind);
    }
  });
}
