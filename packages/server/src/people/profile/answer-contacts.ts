import { createHash } from 'node:crypto';
import type * as operations from '@roadbook/api/operations/profile';
import type { Channel } from '@roadbook/domain/person/channel';
import {
  addPoint,
  CONTACT_POINTS_MOST,
  type ContactOutcome,
  type ContactPoints,
  makeMain,
  removePoint,
} from '@roadbook/domain/person/contact-points';
import { z } from 'zod';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { parsePhone } from '../address/telephones.ts';
import { admitAttempt } from '../admit-attempt.ts';
import { CODE_MS, checkCode } from '../ceremony/ceremony.ts';
import { type CodeWay, sendCode } from '../ceremony/send-code.ts';
import type { Person } from '../person.ts';
import { maskMail, maskPhone } from '../proofs/mask.ts';
import type { CustomerSession } from '../session.ts';
import { demandStepUp, type Standing } from '../sessions/step-up.ts';
import { clearAttempts, countAttempt, type ThrottleRule } from '../throttle.sql.ts';
import { changePerson } from './change-person.ts';
import { profileOf } from './present-profile.ts';

const CODES: ThrottleRule = { attempts: 5, windowSeconds: 900 };
const GUESSES: ThrottleRule = { attempts: 10, windowSeconds: 900 };

type Own<O extends (typeof operations)[keyof typeof operations]> = Handler<O, CustomerSession>;

/** Sends a code to an address that is not on file yet: it counts only when the code comes back. */
export const sendContactCode: Own<typeof operations.sendContactCode> = async ({
  shell,
  caller,
  body,
}) => {
  const { file } = await demandStepUp(shell, caller, 'contact-data');
  const { channel } = body;
  const to = readContact(channel, body.address, file.person);
  settled(addPoint(pointsOf(file.person, channel), to, false));
  const bucket = `codes:${caller.personId}`;
  const seconds = await countAttempt(shell.store, bucket, CODES, shell.clock());
  if (seconds > 0) throw new ProblemError('too-many-codes', { seconds: seconds.toString() });
  const way = wayOf(channel);
  const person = file.person;
  if (person === null) throw new ProblemError('not-signed-in');
  const at = channel === 'mail' ? { ...person, email: to } : { ...person, phone: to };
  const { personId } = caller;
  await sendCode(shell, { personId, person: at }, scopeOf(personId, channel, to), way);
  return { to: channel === 'mail' ? maskMail(to) : maskPhone(to), minutes: CODE_MS / 60_000 };
};

export const addContact: Own<typeof operations.addContact> = async ({ shell, caller, body }) => {
  const { file } = await demandStepUp(shell, caller, 'contact-data');
  const { channel, isMain } = body;
  const to = readContact(channel, body.address, file.person);
  settled(addPoint(pointsOf(file.person, channel), to, isMain));
  await demandCode(shell, caller.personId, channel, to, body.code);
  return change(shell, file, channel, (points) => addPoint(points, to, isMain));
};

export const removeContact: Own<typeof operations.removeContact> = async ({
  shell,
  caller,
  body,
}) => {
  const { file } = await demandStepUp(shell, caller, 'contact-data');
  const { channel, address } = body;
  // Without any email there is no letter that says what a thief has done.
  const mayBeLast = channel === 'text';
  return change(shell, file, channel, (points) => removePoint(points, address, mayBeLast));
};

export const makeContactMain: Own<typeof operations.makeContactMain> = async ({
  shell,
  caller,
  body,
}) => {
  const { file } = await demandStepUp(shell, caller, 'contact-data');
  const { channel, address } = body;
  return change(shell, file, channel, (points) => makeMain(points, address));
};

async function change(
  shell: Shell,
  file: Standing['file'],
  channel: Channel,
  decide: (points: ContactPoints) => ContactOutcome,
) {
  await changePerson(shell, file, (person) => {
    const { main, more } = settled(decide(pointsOf(person, channel)));
    return channel === 'mail'
      ? { email: main, moreEmails: more }
      : { phone: main, morePhones: more };
  });
  return profileOf(shell, file.personId);
}

function pointsOf(person: Person | null, channel: Channel): ContactPoints {
  return channel === 'mail'
    ? { main: person?.email ?? null, more: person?.moreEmails ?? [] }
    : { main: person?.phone ?? null, more: person?.morePhones ?? [] };
}

function settled(outcome: ContactOutcome): ContactPoints {
  if ('points' in outcome) return outcome.points;
  throw new ProblemError(outcome.refusal, { most: String(CONTACT_POINTS_MOST) });
}

/** An address as it is kept, or the field with its value and its rule. */
function readContact(channel: Channel, typed: string, person: Person | null): string {
  const read =
    channel === 'mail'
      ? (z.email().safeParse(typed).data ?? null)
      : parsePhone(typed, person?.country ?? null);
  if (read !== null) return read;
  const rule =
    channel === 'mail'
      ? 'an email address, such as name@example.com'
      : 'ten digits, such as (614) 555-0142; abroad, + and the code of the country first';
  throw new ProblemError('invalid-input', {}, [{ field: 'body.address', value: typed, rule }]);
}

/** A code has to come back wherever a message of this kind can be sent at all. */
async function demandCode(
  shell: Shell,
  personId: string,
  channel: Channel,
  to: string,
  code: string | null,
): Promise<void> {
  if (channel === 'text' && shell.post?.text === false) return;
  if (code === null) throw new ProblemError('code-wrong');
  const { store, ring, clock } = shell;
  const bucket = `contact-code:${personId}`;
  await admitAttempt(shell, bucket, GUESSES);
  const which = { scope: scopeOf(personId, channel, to), proof: wayOf(channel) };
  const outcome = await checkCode(store, ring, which, code, clock());
  if (outcome !== 'right') {
    throw new ProblemError(outcome === 'wrong' ? 'code-wrong' : 'code-used-up');
  }
  await clearAttempts(store, bucket);
}

const wayOf = (channel: Channel): CodeWay => (channel === 'mail' ? 'mail-code' : 'text-code');

/** A code counts for this person and this address and nothing else. */
function scopeOf(personId: string, channel: Channel, to: string): Buffer {
  return createHash('sha256').update(`contact:${personId}:${channel}:${to}`).digest();
}
