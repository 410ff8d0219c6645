import type * as operations from '@roadbook/api/operations/desk-work';
import { type Permission, roleAllows } from '@roadbook/domain/person/staff-role';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { answerCallBack } from '../../contracts/call-backs/call-back.sql.ts';
import { referenceOf } from '../../money/pay/receipts.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { type KeyRing, seal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { promisedOn } from '../customer/customer.ts';
import { promiseDay, promisedDays } from '../give-back/promises.ts';
import { recordDeskLook } from '../look/look.ts';
import { unsealStaff } from '../staff/staff.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import {
  finishWorkItem,
  listWork as listRows,
  releaseWorkItem,
  takeWorkItem,
  type WorkKind,
  type WorkRow,
  workOf,
} from './work.sql.ts';

/** More than this of one kind nobody works through; what is done makes room. */
const LISTED_MOST = 200;

type Staff<O extends (typeof operations)[keyof typeof operations]> = Handler<O, StaffCaller>;

/** What waits, what was promised first. It says whose contract it is about and no name. */
export const listWork: Staff<typeof operations.listWork> = async ({ shell, caller }) => {
  const rows = await listRows(shell.store, await daysOf(shell), LISTED_MOST);
  const items = rows
    .filter((row) => maySee(caller, row.kind))
    .map((row) => presentWork(shell.ring, row, caller));
  return { items: items.toSorted(mostUrgentFirst) };
};

const daysOf = async (shell: Shell) => promisedDays(shell, await promiseDay(shell));

type Item = ReturnType<typeof presentWork>;

/** By the promised day, then by age; what was promised to nobody comes after what was. */
function mostUrgentFirst(a: Item, b: Item): number {
  const key = ({ promisedOn: day, since }: Item): string => `${day ?? '9999-12-31'} ${since}`;
  return key(a) < key(b) ? -1 : 1;
}

/** Whoever may not do a piece of work is not shown it. */
const NEEDS: Partial<Record<WorkKind, Permission>> = {
  letter: 'print-letters',
  'bill-due': 'bill-car',
  'bill-dispute': 'decide-dispute',
  'refund-due': 'pay-refund',
};

/** What only the act itself finishes: printing, billing, deciding, paying. */
const ENDS_BY_ITSELF = new Set<string>(Object.keys(NEEDS));

function maySee({ role }: StaffCaller, kind: WorkKind): boolean {
  const needed = NEEDS[kind];
  return needed === undefined || roleAllows(role, needed);
}

function presentWork(ring: KeyRing, row: WorkRow, caller: StaffCaller) {
  const { owner, owner_key_id: keyId, owner_sealed: sealed, business_date: askedOn } = row;
  const isKnown = owner !== null && keyId !== null && sealed !== null;
  return {
    kind: row.kind,
    itemKey: row.item_key,
    reference: row.kind === 'call-back' ? referenceOf(row.item_key) : null,
    contractId: row.contract_id,
    contractNumber: row.contract_number,
    personId: row.person_id,
    about: row.about,
    partOfDay: row.part_of_day,
    since: row.since,
    promisedOn:
      row.kind === 'call-back' && askedOn !== null
        ? (promisedOn({ promised_on: row.promised_on, business_date: askedOn }) as string)
        : (row.promised_on as BusinessDate | null),
    owner: isKnown ? unsealStaff(ring, { staff_id: owner, key_id: keyId, sealed }).name : null,
    isMine: owner === caller.staffId,
  };
}

type Call = Parameters<Staff<typeof operations.takeWork>>[0];

async function waiting({ shell, caller, params }: Pick<Call, 'shell' | 'caller' | 'params'>) {
  const row = await workOf(shell.store, await daysOf(shell), params.kind, params.itemKey);
  if (row === null || !maySee(caller, row.kind)) throw new ProblemError('work-not-found');
  return row;
}

export const takeWork: Staff<typeof operations.takeWork> = async ({ shell, caller, params }) => {
  const { kind, itemKey } = params;
  await waiting({ shell, caller, params });
  if (await takeWorkItem(shell.store, kind, itemKey, caller.staffId, shell.clock())) return {};
  const now = await waiting({ shell, caller, params });
  throw new ProblemError('work-taken', { owner: presentWork(shell.ring, now, caller).owner ?? '' });
};

export const handBackWork: Staff<typeof operations.handBackWork> = async ({
  shell,
  caller,
  params,
}) => {
  await waiting({ shell, caller, params });
  const { kind, itemKey } = params;
  if (!(await releaseWorkItem(shell.store, kind, itemKey, caller.staffId))) {
    throw new ProblemError('work-not-yours');
  }
  return {};
};

/** Finishes a piece of work. What its own act finishes is finished in no other way. */
export const finishWork: Staff<typeof operations.finishWork> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const { store, ring, clock } = shell;
  const { kind, itemKey } = params;
  const row = await waiting({ shell, caller, params });
  if (ENDS_BY_ITSELF.has(kind) || row.owner !== caller.staffId)
    throw new ProblemError('work-not-yours');
  const { contract_id: contractId, person_id: personId } = row;
  await recordDeskLook(shell, caller, { what: `done:${kind}`, contractId, personId, ...body });
  const sealed = seal(ring, identityOf.work(kind, itemKey), body.note);
  const item = { kind, itemKey, staffId: caller.staffId, ...sealed };
  const at = new Date(clock()).toISOString();
  const isDone = await store.transaction(async (tx) => {
    if (!(await finishWorkItem(tx, item, clock()))) return false;
    return kind !== 'call-back' || answerCallBack(tx, itemKey, `staff:${caller.staffId}`, at);
  });
  if (!isDone) throw new ProblemError('work-not-yours');
  return {};
};
