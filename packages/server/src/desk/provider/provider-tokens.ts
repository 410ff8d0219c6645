import { decode, encode } from '@roadbook/api/wire';
import { type KeyRing, type Sealed, seal, unseal } from '../../platform/keys/key-ring.ts';
import type { StaffSessionRow } from '../staff/staff-session.sql.ts';
import type { ProviderTokens } from './provider.ts';

const identityOf = (staffId: string): string => `provider-tokens:${staffId}`;

export function sealTokens(ring: KeyRing, staffId: string, tokens: ProviderTokens): Sealed {
  return seal(ring, identityOf(staffId), encode(tokens));
}

/** What the provider gave for a session, or null where it is none of the provider's. */
export function tokensOf(ring: KeyRing, row: StaffSessionRow): ProviderTokens | null {
  const { staff_id, session_key_id: keyId, session_sealed: sealed } = row;
  if (keyId === null || sealed === null) return null;
  return decode<ProviderTokens>(unseal(ring, identityOf(staff_id), { keyId, sealed }));
}
