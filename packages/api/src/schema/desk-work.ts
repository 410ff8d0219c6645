import { z } from 'zod';
import { ContractId, Day } from './basic.ts';
import { PersonId } from './desk-customer.ts';

export const WORK_KINDS = [
  'call-back',
  'dead-letter',
  'set-aside',
  'letter',
  'garaging',
  'bill-due',
  'bill-dispute',
  'refund-due',
] as const;

export const WorkItem = z
  .object({
    kind: z.enum(WORK_KINDS),
    itemKey: z.string(),
    /** The short code a person can read out; null where nobody has been given one. */
    reference: z.string().nullable(),
    contractId: ContractId.nullable(),
    contractNumber: z.string().nullable(),
    personId: PersonId.nullable(),
    /** What it is about, as a code: the subject of a call, the topic of a message, the reason. */
    about: z.string(),
    /** The part of the day in which to call. */
    partOfDay: z.string().nullable(),
    since: z.string(),
    /** The day for which it was promised; null where nobody was promised anything. */
    promisedOn: Day.nullable(),
    owner: z.string().nullable(),
    isMine: z.boolean(),
  })
  .meta({ id: 'WorkItem' });

/** A letter as it goes into the envelope. */
export const PrintedLetter = z
  .object({
    name: z.string(),
    address: z.array(z.string()),
    contractNumber: z.string(),
    code: z.string(),
    expiresOn: Day,
  })
  .meta({ id: 'PrintedLetter' });

export const AuditRow = z
  .object({
    accessId: z.uuid(),
    at: z.string(),
    /** The name of somebody at the desk; of a system or a command, its code. */
    who: z.string(),
    /** What to filter by to see only theirs. */
    whoId: z.string(),
    what: z.string(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    personId: PersonId.nullable(),
    contractNumber: z.string().nullable(),
  })
  .meta({ id: 'AuditRow' });
