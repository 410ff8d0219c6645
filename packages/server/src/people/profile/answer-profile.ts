import type * as operations from '@roadbook/api/operations/profile';
import { encode } from '@roadbook/api/wire';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { forgetGreeting } from '../greeting.ts';
import { setNoticePreference } from '../notices/notice-people.sql.ts';
import { tellOfSecurity } from '../security-notices/security-notice.ts';
import type { CustomerSession } from '../session.ts';
import { demandStepUp } from '../sessions/step-up.ts';
import { changePerson } from './change-person.ts';
import { recordChange } from './person-change.ts';
import { profileOf } from './present-profile.ts';
import { garagedContracts, insertMove } from './profile.sql.ts';
import { readAddress, spokenAddress } from './read-address.ts';

type Own<O extends (typeof operations)[keyof typeof operations]> = Handler<O, CustomerSession>;

export const getProfile: Own<typeof operations.getProfile> = async ({ shell, caller }) =>
  profileOf(shell, caller.personId);

export const changeMailingAddress: Own<typeof operations.changeMailingAddress> = async ({
  shell,
  caller,
  body,
}) => {
  const { file } = await demandStepUp(shell, caller, 'contact-data');
  const address = readAddress(body);
  await changePerson(shell, file, () => address);
  return profileOf(shell, caller.personId);
};

/** A car that is kept elsewhere: written down, put into the queue, and there for integrators. */
export const changeGaraging: Own<typeof operations.changeGaraging> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const { store, ring, clock } = shell;
  const { personId } = caller;
  const { contractId } = params;
  const { openDay } = await contractFor(store, contractId, personId);
  const { file } = await demandStepUp(shell, caller, 'contact-data');
  const address = readAddress(body);
  const own = await garagedContracts(store, personId);
  const now = (await profileOf(shell, personId)).garaging;
  const before = now.find((each) => each.contractId === contractId)?.address ?? null;
  const number = own.find((each) => each.contract_id === contractId)?.contract_number ?? '';
  if (before !== null && spokenAddress(before) === spokenAddress(address)) {
    return profileOf(shell, personId);
  }
  const nowMs = clock();
  const moveId = uuidV7(nowMs);
  const sealed = seal(ring, identityOf.garagingMove(contractId, moveId), encode(address));
  await changePerson(
    shell,
    file,
    () => ({}),
    async (tx) => {
      await insertMove(tx, {
        contractId,
        moveId,
        personId,
        movedAt: new Date(nowMs).toISOString(),
        fromDay: openDay,
        ...sealed,
      });
      const field = `garaging:${number}`;
      const change = {
        personId,
        who: 'person',
        before: { [field]: before === null ? null : spokenAddress(before) },
        after: { [field]: spokenAddress(address) },
      };
      await recordChange(tx, ring, change, nowMs);
      await tellOfSecurity(tx, shell, file, 'contact-changed');
    },
  );
  return profileOf(shell, personId);
};

export const changeHowToTalk: Own<typeof operations.changeHowToTalk> = async ({
  shell,
  caller,
  body,
}) => {
  const { file } = await demandStepUp(shell, caller, 'contact-data');
  const { preferredName, language, timeZone } = body;
  if (!isTimeZone(timeZone)) {
    const rule = 'a time zone by its name, such as America/Chicago';
    throw new ProblemError('invalid-input', {}, [
      { field: 'body.timeZone', value: timeZone, rule },
    ]);
  }
  await changePerson(shell, file, () => ({ preferredName, language, timeZone }));
  forgetGreeting(caller.tokenHash);
  return profileOf(shell, caller.personId);
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const chooseNotice: Own<typeof operations.chooseNotice> = async ({
  shell,
  caller,
  body,
}) => {
  const { file } = await demandStepUp(shell, caller, 'contact-data');
  const { store, ring, clock } = shell;
  const { personId } = caller;
  const { topic, channel, wanted } = body;
  const chosen = (await profileOf(shell, personId)).notices.find((each) => each.topic === topic);
  const was = chosen?.[channel] === true;
  if (was === wanted) return profileOf(shell, personId);
  await store.transaction(async (tx) => {
    await setNoticePreference(tx, { personId, ...body }, clock());
    const field = `notice:${topic}:${channel}`;
    const change = {
      personId,
      who: 'person',
      before: { [field]: was ? 'yes' : 'no' },
      after: { [field]: wanted ? 'yes' : 'no' },
    };
    await recordChange(tx, ring, change, clock());
    await tellOfSecurity(tx, shell, file, 'contact-changed');
  });
  return profileOf(shell, personId);
};
