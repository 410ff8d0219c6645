import { PASSWORD_MAX } from '@roadbook/domain/person/password-rule';
import { z } from 'zod';
import { plainText } from './basic.ts';
import { ContractFacts } from './ceremony.ts';
import { NewPasskey } from './passkey.ts';

/** What is asked of somebody who opens an account, by the lender's dated rules. */
export const RegistrationRules = z
  .object({
    ssn: z.enum(['last-four', 'full']),
    /** What has to be agreed to; null where the lender has no terms in force. */
    terms: z.object({ version: z.string(), paragraphs: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'RegistrationRules' });

/** The facts of a contract; `ssn` with all nine digits where the lender asks for them. */
export const RegisterFacts = ContractFacts.extend({
  ssn: z
    .string()
    .regex(/^\d{9}$/, 'all nine digits of your Social Security number')
    .optional(),
}).meta({ id: 'RegisterFacts' });

const Email = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u, 'an email address, name@example.com');

/** Name and contract number, and by which address on file a code is to come. */
export const RegisterOnFile = z
  .strictObject({
    name: plainText(120),
    email: Email,
    contractNumber: z.string().trim().min(1, 'your contract number').max(60),
    by: z.enum(['mail-code', 'text-code']),
  })
  .meta({ id: 'RegisterOnFile' });

/** The code of a letter; blanks, dashes and small letters do not count. */
export const RegisterLetter = z
  .strictObject({ code: plainText(40) })
  .meta({ id: 'RegisterLetter' });

/** The email that somebody who registers wants to use; a code goes there. */
export const RegisterEmail = z.strictObject({ email: Email }).meta({ id: 'RegisterEmail' });

/** How somebody will sign in: a user name or the email, a password, a passkey, or both. */
export const FinishRegistration = z
  .strictObject({
    /** Without it the email is what to sign in by. An `@` belongs to emails only. */
    userName: z
      .string()
      .trim()
      .regex(/^[^\s@\p{Cc}]{3,60}$/u, '3 to 60 characters without blanks and @')
      .nullable(),
    password: z
      .string()
      .min(1, 'a password')
      .max(PASSWORD_MAX * 4)
      .nullable(),
    passkey: NewPasskey.shape.credential.nullable(),
    /** The version of the terms that is agreed to; null where there are none. */
    termsVersion: z.string().max(60).nullable(),
  })
  .refine(({ password, passkey }) => password !== null || passkey !== null, {
    path: ['password'],
    message: 'a password, or a passkey',
  })
  .meta({ id: 'FinishRegistration' });

/** A contract that was added to an account. */
export const AddedContract = z.object({ contractId: z.string() }).meta({ id: 'AddedContract' });
