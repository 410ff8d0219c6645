import { decode, encode } from '@roadbook/api/wire';
import { type KeyRing, type Sealed, seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import type { StaffSessionRow } from '../staff/staff-session.sql.ts';
import type { ProviderTokens } from './provider.ts';

export function sealTokens(ring: KeyRing, staffId: string, tokens: ProviderTokens): Sealed {
  return seal(ring, identityOf.providerTokens(staffId), encode(tokens));
}

/** What the provider gave for a session, or null where it is none of the provider's. */
export function tokensOf(ring: KeyRing, row: StaffSessionRow): ProviderTokens | null {
  const { staff_id, session_key_id: keyId, session_sealed: sealed } = row;
  if (keyId === null || sealed === null) return null;
  return decode<ProviderTokens>(
    unseal(ring, identityOf.providerTokens(staff_id), { keyId, sealed }),
  );
}
