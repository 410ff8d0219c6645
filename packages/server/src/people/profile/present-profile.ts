import { decode } from '@roadbook/api/wire';
import { NOTICE_TOPICS } from '@roadbook/domain/person/notice-topic';
import type { PreferredLanguage } from '@roadbook/domain/person/preferred-language';
import type { Shell } from '../../operation/shell.ts';
import { type KeyRing, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { personOf } from '../answer-details.ts';
import { fullName } from '../person.ts';
import { holdOf } from '../sessions/step-up.ts';
import { mailsOf, phonesOf } from './former-addresses.ts';
import { changesSince, type PersonChangeRow } from './person-change.sql.ts';
import { openChange } from './person-change.ts';
import { chosenNotices, type GaragedContract, garagedContracts } from './profile.sql.ts';
import { addressOf, type KeptAddress } from './read-address.ts';

/** More of the history is in the export of everything. */
const HISTORY_MOST = 30;

/** A person's profile as it travels. */
export async function profileOf(shell: Shell, personId: string) {
  const { store, ring, lender, post } = shell;
  const { person, userName } = await personOf(shell, personId);
  const [contracts, chosen, changes, hold] = await Promise.all([
    garagedContracts(store, personId),
    chosenNotices(store, personId),
    changesSince(store, personId, 0),
    holdOf(shell, personId, 'contact-data'),
  ]);
  const wants = (topic: string, channel: string, usual: boolean): boolean =>
    chosen.find((each) => each.topic === topic && each.channel === channel)?.wanted ?? usual;
  return {
    name: fullName(person),
    preferredName: person.preferredName ?? null,
    userName,
    address: addressOf(person),
    garaging: contracts.map((row) => presentGaraging(ring, row)),
    emails: mailsOf(person).map((to, place) => ({ to, isMain: place === 0 })),
    phones: phonesOf(person).map((to, place) => ({ to, isMain: place === 0 })),
    language: person.language ?? ('en' satisfies PreferredLanguage),
    timeZone: person.timeZone ?? lender.brand.timeZone,
    notices: NOTICE_TOPICS.map((topic) => ({
      topic,
      mail: wants(topic, 'mail', true),
      text: wants(topic, 'text', false),
    })),
    canText: post?.text !== false,
    heldUntil: hold?.untilMs == null ? null : new Date(hold.untilMs).toISOString(),
    isHeld: hold !== null,
    history: changes.slice(0, HISTORY_MOST).map((row) => presentChange(ring, row)),
  };
}

/** Where the car of a contract is kept, as it travels. */
export function presentGaraging(ring: KeyRing, row: GaragedContract) {
  const { contract_id: contractId, move_id: moveId, key_id: keyId, sealed } = row;
  const isMoved = moveId !== null && keyId !== null && sealed !== null;
  return {
    contractId,
    contractNumber: row.contract_number,
    address: isMoved ? openMove(ring, { contractId, moveId, keyId, sealed }) : null,
    from: row.from_day as string | null,
  };
}

export function openMove(
  ring: KeyRing,
  move: {
    readonly contractId: string;
    readonly moveId: string;
    readonly keyId: string;
    readonly sealed: Buffer;
  },
): KeptAddress {
  const { keyId, sealed } = move;
  const identity = identityOf.garagingMove(move.contractId, move.moveId);
  return decode<KeptAddress>(unseal(ring, identity, { keyId, sealed }));
}

/** A change with each field as text. */
export function presentChange(ring: KeyRing, row: PersonChangeRow) {
  const { before, after } = openChange(ring, row);
  return {
    changeId: row.change_id,
    at: row.changed_at,
    byPerson: row.who === 'person',
    fields: row.fields.split(' ').map((field) => ({
      field,
      before: asText(before[field as keyof typeof before]),
      after: asText(after[field as keyof typeof after]),
    })),
  };
}

function asText(value: string | readonly string[] | null | undefined): string {
  if (value == null) return '';
  return typeof value === 'string' ? value : value.join(', ');
}
