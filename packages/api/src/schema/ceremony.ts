import { PURPOSES } from '@roadbook/domain/person/ceremony';
import { PASSWORD_MAX } from '@roadbook/domain/person/password-rule';
import { PROOFS } from '@roadbook/domain/person/proof';
import { z } from 'zod';
import { Day } from './basic.ts';
import { PARTS_OF_DAY } from './call-back.ts';
import { Session } from './session.ts';

/** How far somebody without a session has come. */
export const CeremonyState = z
  .object({
    purpose: z.enum(PURPOSES),
    /** `prove` one of the ways; `wait` for the waiting time; `open`: a password may be set. */
    next: z.enum(['prove', 'wait', 'open']),
    ways: z.array(z.enum(PROOFS)),
    /** Where a code goes, masked; null until something was proven. */
    mail: z.string().nullable(),
    phone: z.string().nullable(),
    /** When the waiting time is over; null where there is none. */
    waitUntil: z.string().nullable(),
    endsInSeconds: z.int(),
  })
  .meta({ id: 'CeremonyState' });

/** A step that was taken: on to the next one, or a session that was opened. */
export const CeremonyStep = z
  .object({ ceremony: CeremonyState.nullable(), session: Session.nullable() })
  .meta({ id: 'CeremonyStep' });

export const CodeWay = z.enum(['mail-code', 'text-code']);

/** `new-mail-code` goes to the email that somebody who registers wants to use. */
const CeremonyWay = z.enum([...CodeWay.options, 'new-mail-code']);

export const AskCode = z.strictObject({ way: CeremonyWay }).meta({ id: 'AskCode' });

export const CodeSent = z
  .object({ way: CeremonyWay, minutes: z.int(), to: z.string().nullable() })
  .meta({ id: 'CodeSent' });

const code = z.string().trim().min(6, 'the code').max(40);

export const ProveCode = z
  .strictObject({ way: z.enum([...CeremonyWay.options, 'app', 'recovery-code']), code })
  .meta({ id: 'ProveCode' });

/** What a contract says of one of its people. */
export const ContractFacts = z
  .strictObject({
    contractNumber: z.string().trim().min(1, 'your contract number').max(60),
    dateOfBirth: Day,
    ssnLastFour: z.string().regex(/^\d{4}$/, 'the last four digits of your Social Security number'),
    zip: z
      .string()
      .trim()
      .regex(/^\d{5}(?:-\d{4})?$/, 'a ZIP code of five digits'),
  })
  .meta({ id: 'ContractFacts' });

export const ResetPassword = z
  .strictObject({ login: z.string().trim().min(1, 'your user name or email').max(200) })
  .meta({ id: 'ResetPassword' });

export const RemindUserName = z
  .strictObject({ email: z.string().trim().min(3, 'your email address').max(200) })
  .meta({ id: 'RemindUserName' });

export const NewPassword = z
  .strictObject({
    // Bytes beyond this are refused by their length, not by ours: the rule counts characters.
    password: z
      .string()
      .min(1, 'a new password')
      .max(PASSWORD_MAX * 4),
  })
  .meta({ id: 'NewPassword' });

export const AskRecoveryCall = z
  .strictObject({ partOfDay: z.enum(PARTS_OF_DAY).default('any') })
  .meta({ id: 'AskRecoveryCall' });

/** What was asked for by somebody who lost everything. */
export const RecoveryAsked = z
  .object({
    /** Since when a letter is on its way; null where none was asked for. */
    letterOn: Day.nullable(),
    /** The day of the call, and the eight digits to read out in it. */
    call: z.object({ code: z.string(), promisedOn: Day }).nullable(),
    /** Before this day no late fee falls on the person's contracts. */
    noFeesUntil: Day.nullable(),
  })
  .meta({ id: 'RecoveryAsked' });

export const ProveRecovery = z
  .strictObject({
    code: z
      .string()
      .trim()
      .regex(/^[\dA-Za-z][\dA-Za-z -]{6,30}$/, 'the code of the letter, or of the call'),
  })
  .meta({ id: 'ProveRecovery' });
