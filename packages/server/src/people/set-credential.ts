import { hash } from '@node-rs/argon2';
import type { Store } from '../platform/database/store.ts';
import type { KeyRing } from '../platform/keys/key-ring.ts';
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
    await tx.query(
      `insert into credential values ($1, $2, $3, $4)
       on conflict (person_id) do update
       set user_name = $2, password_hash = $3, changed_at = $4`,
      [personId, credential.userName, passwordHash, new Date(nowMs).toISOString()],
    );
    const logins = [
      ['user-name', credential.userName] as const,
      ...(credential.email === null ? [] : [['email', credential.email] as const]),
    ];
    for (const [kind, login] of logins) {
      await tx.query('insert into login values ($1, $2, $3) on conflict do nothing', [
        loginHash(ring, login),
        personId,
        kind,
      ]);
    }
  });
}
