import { decode, encode } from '@roadbook/api/wire';
import type { StaffRole } from '@roadbook/domain/person/staff-role';
import {
  type KeyRing,
  lookupHash,
  type Sealed,
  seal,
  unseal,
} from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import type { StaffRow } from './staff.sql.ts';

/** What is personal about somebody at the desk. */
export type StaffName = { readonly name: string; readonly email: string };

/** Somebody who is signed in at the desk. */
export type StaffMember = StaffName & {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly byProvider: boolean;
};

export function sealStaff(ring: KeyRing, staffId: string, name: StaffName): Sealed {
  return seal(ring, identityOf.staff(staffId), encode(name));
}

export function unsealStaff(
  ring: KeyRing,
  { staff_id, key_id, sealed }: Pick<StaffRow, 'staff_id' | 'key_id' | 'sealed'>,
): StaffName {
  return decode<StaffName>(unseal(ring, identityOf.staff(staff_id), { keyId: key_id, sealed }));
}

/** The keyed hash by which an account is found, whatever the case of the letters. */
export function staffEmailHash(ring: KeyRing, email: string): Buffer {
  return lookupHash(ring, 'staff-email', email.trim().toLowerCase().normalize('NFC'));
}

/** The keyed hash of who somebody is at a sign-on provider. */
export function subjectHash(ring: KeyRing, issuer: string, subject: string): Buffer {
  return lookupHash(ring, 'staff-subject', `${issuer}\u0000${subject}`);
}
