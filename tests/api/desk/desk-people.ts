/** Accounts at the desk for tests, one for each role. */
import type { StaffRole } from '@roadbook/domain/person/staff-role';
import { sealStaff, staffEmailHash } from '@roadbook/server/desk/staff/staff';
import { insertStaff, staffOfEmail } from '@roadbook/server/desk/staff/staff.sql';
import { openStaffSession } from '@roadbook/server/desk/staff/staff-session';
import type { Shell } from '@roadbook/server/operation/shell';
import { uuidV7 } from '@roadbook/server/platform/database/uuid';

/** The account of a role, made the first time it is asked for. */
export async function staffIdOf({ store, ring, clock }: Shell, role: StaffRole): Promise<string> {
  const email = `${role}@larkspur.example`;
  const emailHash = staffEmailHash(ring, email);
  const known = await staffOfEmail(store, emailHash);
  if (known !== undefined) return known.staff_id;
  const staffId = uuidV7(clock());
  const sealed = sealStaff(ring, staffId, { name: `Test ${role}`, email });
  const ids = { staffId, emailHash, subjectHash: null, source: 'local' } as const;
  await insertStaff(store, { ...ids, role, ...sealed }, clock());
  return staffId;
}

/** Opens a session for a role without the steps of signing in, which have tests of their own. */
export async function deskCookie(shell: Shell, role: StaffRole): Promise<string> {
  const staffId = await staffIdOf(shell, role);
  const session = { staffId, device: 'Test', proven: ['passkey'], provider: null } as const;
  return `roadbook-desk=${await openStaffSession(shell.store, session, shell.clock())}`;
}
