import { inviteStaff } from '../../../desk/staff/invite.ts';
import {
  allStaff,
  disableStaff,
  type StaffRow,
  setStaffPlace,
  setStaffRole,
  staffOfEmail,
} from '../../../desk/staff/staff.sql.ts';
import { staffEmailHash, unsealStaff } from '../../../desk/staff/staff.ts';
import { readPlaces } from '../../../lease-end/appointments/places.ts';
import type { Shell } from '../../../operation/shell.ts';
import type { RequestOf } from '../../command.ts';
import type { Say } from '../../command-request.ts';

type StaffRequest = RequestOf<
  'staff-invite' | 'staff-list' | 'staff-disable' | 'staff-role' | 'staff-place'
>;
type InviteRequest = RequestOf<'staff-invite'>;

const EMAIL = /^[^\s@]{1,100}@[^\s@]{1,100}$/;

export async function runStaff(shell: Shell, request: StaffRequest, say: Say): Promise<number> {
  if (request.command === 'staff-list') return list(shell, say);
  if (request.command === 'staff-invite') return invite(shell, request, say);
  const row = await staffOfEmail(shell.store, staffEmailHash(shell.ring, request.email));
  if (row === undefined) {
    say.line(`Nobody at the desk has the email ${request.email}. See: roadbook staff list`);
    return 1;
  }
  if (request.command === 'staff-role') {
    if (row.source === 'oidc') {
      say.line('The sign-on provider gives this account its role: change the groups there.');
      return 1;
    }
    await setStaffRole(shell.store, row.staff_id, request.role);
    say.line(`${request.email} is ${request.role} from the next request on.`);
    return 0;
  }
  if (request.command === 'staff-place') return setPlace(shell, row.staff_id, request, say);
  await disableStaff(shell.store, row.staff_id, shell.clock());
  say.line(`${request.email} is closed, and every session of it has ended.`);
  return 0;
}

/** Only a place that is known; a code with a slip would show an empty list for ever. */
async function setPlace(
  { store }: Shell,
  staffId: string,
  { email, placeId }: RequestOf<'staff-place'>,
  say: Say,
): Promise<number> {
  if (placeId !== null && !(await readPlaces(store)).has(placeId)) {
    say.line(`There is no place ${placeId}. See: roadbook places`);
    return 1;
  }
  await setStaffPlace(store, staffId, placeId);
  say.line(
    placeId === null
      ? `${email} works at no place any more.`
      : `${email} sees the appointments of ${placeId} from the next request on.`,
  );
  return 0;
}

/** Prints the link once. Only its hash is stored. */
async function invite(shell: Shell, request: InviteRequest, say: Say): Promise<number> {
  const { email, name, role, deskUrl } = request;
  if (!EMAIL.test(email.trim()) || name.trim() === '') {
    say.line('An invitation needs an email address, such as ann@lender.example, and a name.');
    return 1;
  }
  const invited = await inviteStaff(shell, { email, name: name.trim(), role }, 'command-line');
  if (invited.outcome === 'closed') {
    say.line(`The account of ${email} was closed. Nothing was changed.`);
    return 1;
  }
  if (invited.outcome === 'by-provider') {
    say.line(`${email} signs in by your sign-on provider and needs no invitation.`);
    return 1;
  }
  const path = `/invitation#${invited.token}`;
  say.line(`Give this link to ${name.trim()}. It works once, within seven days:`);
  say.line(deskUrl === null ? `<address of the desk>${path}` : new URL(path, deskUrl).href);
  return 0;
}

async function list({ store, ring }: Shell, say: Say): Promise<number> {
  const rows = await allStaff(store);
  for (const row of rows) {
    const { name, email } = unsealStaff(ring, row);
    say.line(`${row.role.padEnd(12)}${email}  ${name}${stateOf(row)}`);
  }
  if (rows.length === 0) {
    say.line('Nobody works at the desk yet. Begin with:');
    say.line('  roadbook staff invite <email> --role supervisor --name "…"');
  }
  return 0;
}

function stateOf({ disabled_at, password_hash, source }: StaffRow): string {
  if (disabled_at !== null) return `, closed ${disabled_at.slice(0, 10)}`;
  if (source === 'oidc') return ', by the sign-on provider';
  return password_hash === null ? ', invited and not yet here' : '';
}
