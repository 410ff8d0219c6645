import { hash } from '@node-rs/argon2';
import { mayStandAlone, normalizedPassword } from '@roadbook/domain/person/password-rule';
import type { ProofsOnFile } from '@roadbook/domain/person/proof';
import type { Store } from '../platform/database/store.ts';
import type { KeyRing } from '../platform/keys/key-ring.ts';
import { insertLogin, putCredential } from './credential.sql.ts';
import { loginHash } from './person.ts';
import { sealUserName } from './user-name.ts';

/** argon2id as OWASP recommends it: 19 MiB, two passes, one lane. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How a password is stored, and by which rule it counts. */
export async function hashedPassword(
  password: string,
): Promise<{ readonly hash: string; readonly rule: ProofsOnFile['password'] }> {
  const rule = mayStandAlone(password) ? 'alone' : 'with-second';
  return { hash: await hash(normalizedPassword(password), ARGON2), rule };
}

/** Gives a person a password, or none, and the logins under which they sign in. */
export async function setCredential(
  store: Store,
  ring: KeyRing,
  personId: string,
  credential: {
    readonly userName: string;
    readonly email: string | null;
    readonly password: string | null;
    /** Only the demonstration's customers: their password is known to everybody anyway. */
    readonly waivesSecond?: boolean;
  },
  nowMs: number,
): Promise<void> {
  const { userName, email, password, waivesSecond = false } = credential;
  const hashed = password === null ? null : await hashedPassword(password);
  await store.transaction(async (tx) => {
    const stored = {
      personId,
      userName: sealUserName(ring, personId, userName),
      passwordHash: hashed?.hash ?? null,
      passwordRule: hashed?.rule ?? ('none' as const),
      waivesSecond,
    };
    await putCredential(tx, stored, nowMs);
    const logins = [
      ['user-name', userName] as const,
      ...(email === null ? [] : [['email', email] as const]),
    ];
    for (const [kind, login] of logins) {
      await insertLogin(tx, loginHash(ring, login), personId, kind);
    }
  });
}
