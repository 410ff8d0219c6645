import { CHANNELS } from '@roadbook/domain/person/channel';
import { NOTICE_TOPICS } from '@roadbook/domain/person/notice-topic';
import { PREFERRED_LANGUAGES } from '@roadbook/domain/person/preferred-language';
import { z } from 'zod';
import { ContractId, Day, plainText } from './basic.ts';

/** A postal address as it is kept. Country is two letters; `US` where nothing else was told. */
export const PostalAddress = z
  .object({
    street: z.string(),
    unit: z.string().nullable(),
    city: z.string(),
    state: z.string().nullable(),
    zip: z.string(),
    country: z.string(),
  })
  .meta({ id: 'PostalAddress' });

/** An address as somebody types it; the rules of its country are held to it. */
export const TypedAddress = z
  .strictObject({
    street: plainText(120).trim(),
    unit: plainText(60).trim().nullable().default(null),
    city: plainText(80).trim(),
    state: plainText(60).trim().nullable().default(null),
    zip: plainText(16).trim(),
    country: plainText(60).trim().default('US'),
  })
  .meta({ id: 'TypedAddress' });

const Points = z.array(z.object({ to: z.string(), isMain: z.boolean() }));

export const ProfileChange = z.object({
  changeId: z.string(),
  at: z.string(),
  /** By the person, or by the lender. */
  byPerson: z.boolean(),
  /** Each field with what it was and what it is; empty where there was nothing. */
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});

/** What somebody may see and change of what is on file about them. */
export const Profile = z
  .object({
    name: z.string(),
    preferredName: z.string().nullable(),
    userName: z.string(),
    address: PostalAddress.nullable(),
    /** Where the car of each contract is kept; null where it is at the mailing address. */
    garaging: z.array(
      z.object({
        contractId: ContractId,
        contractNumber: z.string(),
        address: PostalAddress.nullable(),
        from: Day.nullable(),
      }),
    ),
    emails: Points,
    phones: Points,
    language: z.enum(PREFERRED_LANGUAGES),
    timeZone: z.string(),
    notices: z.array(
      z.object({ topic: z.enum(NOTICE_TOPICS), mail: z.boolean(), text: z.boolean() }),
    ),
    /** Whether texts can be sent, and codes with them. */
    canText: z.boolean(),
    /** Nothing here can be changed before this moment; null where it has no end, or none holds. */
    heldUntil: z.string().nullable(),
    isHeld: z.boolean(),
    history: z.array(ProfileChange),
  })
  .meta({ id: 'Profile' });

const channel = z.enum(CHANNELS);
const address = plainText(200).trim();

export const HowToTalk = z
  .strictObject({
    preferredName: plainText(60).trim().nullable(),
    language: z.enum(PREFERRED_LANGUAGES),
    timeZone: plainText(60).trim(),
  })
  .meta({ id: 'HowToTalk' });

export const ContactAddress = z.strictObject({ channel, address }).meta({ id: 'ContactAddress' });

export const AddContact = z
  .strictObject({
    channel,
    address,
    /** What was sent to the address; left out only where texts cannot be sent. */
    code: z.string().trim().min(6, 'the code').max(12).nullable().default(null),
    isMain: z.boolean().default(false),
  })
  .meta({ id: 'AddContact' });

export const ContactCodeSent = z
  .object({ to: z.string(), minutes: z.int() })
  .meta({ id: 'ContactCodeSent' });

export const ChooseNotice = z
  .strictObject({ topic: z.enum(NOTICE_TOPICS), channel, wanted: z.boolean() })
  .meta({ id: 'ChooseNotice' });

/** A car that is kept elsewhere from a day on: what taxes depend on. */
export const GaragingMove = z
  .object({
    moveId: z.string(),
    contractId: ContractId,
    contractNumber: z.string(),
    movedAt: z.string(),
    from: Day,
    address: PostalAddress,
  })
  .meta({ id: 'GaragingMove' });

/** Everything that is held of a person, by its kind. Each row is as it is stored, opened. */
export const PersonExport = z
  .object({
    madeAt: z.string(),
    lender: z.string(),
    /** What each part is, for how long it is kept, and its rows. */
    parts: z.array(
      z.object({
        part: z.string(),
        keptFor: z.string(),
        rows: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
    /** What is held and not given, and why. */
    notGiven: z.array(z.object({ what: z.string(), why: z.string() })),
  })
  .meta({ id: 'PersonExport' });
