import { z } from 'zod';
import { ContractId, Day, plainText } from './basic.ts';

export const CALL_BACK_SUBJECTS = [
  'other-due-date',
  'payment-relief',
  'credit-reporting',
  'something-else',
] as const;
/** What a call can be about: what people choose, and what we call about ourselves. */
export const CALL_BACK_ABOUT = [...CALL_BACK_SUBJECTS, 'lost-everything'] as const;
export const PARTS_OF_DAY = ['any', 'morning', 'afternoon', 'evening'] as const;

/** A telephone number as people write it: 7 to 15 digits among spaces and signs. */
const Phone = z
  .string()
  .trim()
  .regex(/^\+?[\d ().-]{7,30}$/, 'a telephone number of 7 to 15 digits')
  .refine((text) => {
    const digits = text.replace(/\D/g, '').length;
    return digits >= 7 && digits <= 15;
  }, 'a telephone number of 7 to 15 digits');

export const AskCallBack = z
  .strictObject({
    about: z.enum(CALL_BACK_SUBJECTS),
    phone: Phone,
    partOfDay: z.enum(PARTS_OF_DAY).default('any'),
    note: plainText(500).trim().nullable().default(null),
  })
  .meta({ id: 'AskCallBack' });

export const CallBack = z
  .object({
    callBackId: z.string(),
    /** The short code a person can read out. */
    reference: z.string(),
    contractId: ContractId,
    about: z.enum(CALL_BACK_ABOUT),
    phone: z.string(),
    partOfDay: z.enum(PARTS_OF_DAY),
    note: z.string().nullable(),
    askedOn: Day,
    askedAt: z.string(),
  })
  .meta({ id: 'CallBack' });
