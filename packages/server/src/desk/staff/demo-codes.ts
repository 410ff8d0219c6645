import type { Shell } from '../../operation/shell.ts';
import { totpCode } from '../../people/authenticator/totp.ts';
import { unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { demoStaff } from './staff.sql.ts';
import { unsealStaff } from './staff.ts';
import { proofsOfStaff } from './staff-proof.sql.ts';

/** The demonstration's accounts with the codes that their authenticators show at this moment. */
export async function demoCodes({ store, ring, clock }: Shell) {
  const accounts = await demoStaff(store);
  return Promise.all(
    accounts.map(async (row) => {
      const proofs = await proofsOfStaff(store, row.staff_id);
      const app = proofs.find(({ kind }) => kind === 'authenticator');
      const secret =
        app?.key_id == null || app.sealed === null
          ? null
          : unseal(ring, identityOf.staffProof(app.proof_id), {
              keyId: app.key_id,
              sealed: app.sealed,
            });
      const { name, email } = unsealStaff(ring, row);
      const code = secret === null ? null : totpCode(secret, clock());
      return { name, email, role: row.role, code };
    }),
  );
}
