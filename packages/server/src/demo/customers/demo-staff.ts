import { hash } from '@node-rs/argon2';
import type { StaffRole } from '@roadbook/domain/person/staff-role';
import { sealAuthenticator } from '../../desk/staff/authenticator.ts';
import { insertStaff, setStaffPassword } from '../../desk/staff/staff.sql.ts';
import { sealStaff, staffEmailHash } from '../../desk/staff/staff.ts';
import { insertStaffProof } from '../../desk/staff/staff-proof.sql.ts';
import { makeTotpSecret } from '../../people/authenticator/totp.ts';
import { ARGON2 } from '../../people/set-credential.ts';
import type { Store } from '../../platform/database/store.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';

/** The password of everybody at the demonstration's desk. Printed, so that anybody looks around. */
export const DEMO_STAFF_PASSWORD = 'larkspur-desk-demo-1';

/** Who works at the demonstration's desk. */
export const DEMO_STAFF: readonly {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  /** Where a dealer or inspector works. */
  readonly placeId: string | null;
}[] = [
  { name: 'Avery Stone', email: 'agent@larkspur.example', role: 'agent', placeId: null },
  { name: 'Morgan Reyes', email: 'supervisor@larkspur.example', role: 'supervisor', placeId: null },
  { name: 'Jules Tanaka', email: 'operations@larkspur.example', role: 'operations', placeId: null },
  { name: 'Quinn Abara', email: 'auditor@larkspur.example', role: 'auditor', placeId: null },
  {
    name: 'Dale Novak',
    email: 'dealer@larkspur.example',
    role: 'dealer',
    placeId: 'harbor-point',
  },
  {
    name: 'Rae Lindgren',
    email: 'dealer-west@larkspur.example',
    role: 'dealer',
    placeId: 'alder-bay',
  },
  {
    name: 'Ines Mbeki',
    email: 'inspector@larkspur.example',
    role: 'inspector',
    placeId: 'plumb-line',
  },
];

/**
 * Makes the desk's accounts. The secrets of their authenticators are random, so the known password
 * alone opens nothing where the codes are not shown.
 */
export async function makeDemoStaff(store: Store, ring: KeyRing, nowMs: number): Promise<void> {
  const passwordHash = await hash(DEMO_STAFF_PASSWORD, ARGON2);
  for (const { name, email, role } of DEMO_STAFF) {
    const staffId = namedUuid('demo-staff', email, role);
    const isNew = await insertStaff(
      store,
      {
        staffId,
        emailHash: staffEmailHash(ring, email),
        subjectHash: null,
        role,
        source: 'local',
        isDemo: true,
        ...sealStaff(ring, staffId, { name, email }),
      },
      nowMs,
    );
    if (!isNew) continue;
    await setStaffPassword(store, staffId, passwordHash);
    const proofId = namedUuid('demo-staff', email, 'authenticator');
    const sealed = sealAuthenticator(ring, proofId, makeTotpSecret());
    const proof = { proofId, staffId, name: 'Authenticator', kind: 'authenticator', ...sealed };
    await insertStaffProof(store, { ...proof, kind: 'authenticator' }, 0, nowMs);
  }
}
