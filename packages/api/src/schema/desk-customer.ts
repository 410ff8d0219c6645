import { HOLD_KINDS } from '@roadbook/domain/contract/hold';
import { LOOK_REASONS } from '@roadbook/domain/person/look-reason';
import { PREFERRED_LANGUAGES } from '@roadbook/domain/person/preferred-language';
import { z } from 'zod';
import { ContractId, Day, plainText } from './basic.ts';
import { CALL_BACK_ABOUT, PARTS_OF_DAY } from './call-back.ts';
import { Vehicle } from './contract.ts';

export const PersonId = z.uuid('a person id is a UUID').toLowerCase();

/** How a customer was found. */
export const FOUND_BY = [
  'name',
  'contract-number',
  'vin',
  'phone',
  'last-four',
  'user-name',
  'problem',
] as const;

const FoundContract = z.object({
  contractId: ContractId,
  contractNumber: z.string(),
  role: z.string(),
  product: z.enum(['loan', 'lease']),
  status: z.string(),
  vehicle: Vehicle,
});

export const FoundCustomer = z
  .object({
    personId: PersonId,
    name: z.string(),
    /** City and state, so that two of one name are told apart. */
    place: z.string().nullable(),
    foundBy: z.array(z.enum(FOUND_BY)),
    contracts: z.array(FoundContract),
  })
  .meta({ id: 'FoundCustomer' });

/** A refusal that somebody read out the reference of. */
export const FoundProblem = z
  .object({
    reference: z.string(),
    code: z.string(),
    title: z.string(),
    at: z.string(),
    personId: PersonId.nullable(),
    contractId: ContractId.nullable(),
  })
  .meta({ id: 'FoundProblem' });

export const SearchResult = z
  .object({
    customers: z.array(FoundCustomer),
    /** More were found than are shown: a longer text finds fewer. */
    isCut: z.boolean(),
    problem: FoundProblem.nullable(),
  })
  .meta({ id: 'SearchResult' });

export const GiveReason = z
  .strictObject({
    reason: z.enum(LOOK_REASONS),
    note: plainText(300).trim().nullable().default(null),
  })
  .meta({ id: 'GiveReason' });

export const DeskHold = z
  .object({
    kind: z.enum(HOLD_KINDS),
    from: Day,
    until: Day.nullable(),
    evidence: z.string(),
    decidedBy: z.string(),
    stops: z.array(z.string()),
  })
  .meta({ id: 'DeskHold' });

export const DeskCallBack = z.object({
  callBackId: z.string(),
  reference: z.string(),
  contractNumber: z.string(),
  about: z.enum(CALL_BACK_ABOUT),
  partOfDay: z.enum(PARTS_OF_DAY),
  askedAt: z.string(),
  promisedOn: Day,
  answeredAt: z.string().nullable(),
});

/** What the desk shows of a person. Contact data is masked; showing it is an act of its own. */
export const Customer = z
  .object({
    personId: PersonId,
    name: z.string(),
    masked: z.object({
      email: z.string().nullable(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
    }),
    hasSignIn: z.boolean(),
    contracts: z.array(
      FoundContract.extend({
        others: z.array(z.object({ personId: PersonId, name: z.string(), role: z.string() })),
        holds: z.array(DeskHold),
      }),
    ),
    personHolds: z.array(
      z.object({ kind: z.string(), fromAt: z.string(), untilAt: z.string().nullable() }),
    ),
    sessions: z.array(
      z.object({
        sessionId: z.uuid(),
        device: z.string(),
        openedAt: z.string(),
        lastSeenAt: z.string(),
      }),
    ),
    signInHistory: z.array(
      z.object({ what: z.string(), lastAt: z.string(), times: z.int(), isOwn: z.boolean() }),
    ),
    callBacks: z.array(DeskCallBack),
    problems: z.array(z.object({ reference: z.string(), code: z.string(), at: z.string() })),
    recovery: z.object({ startedOn: Day, isPrinted: z.boolean(), expiresOn: Day }).nullable(),
  })
  .meta({ id: 'Customer' });

export const ContactData = z
  .object({
    email: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.array(z.string()),
    dateOfBirth: z.string().nullable(),
    /** Where cars are kept that were moved, by contract. */
    garaging: z.array(z.object({ contractNumber: z.string(), address: z.string(), from: Day })),
    /** In which language to call. */
    language: z.enum(PREFERRED_LANGUAGES),
    /** The calls that wait, with the number to call and what the customer wrote. */
    callBacks: z.array(
      z.object({ reference: z.string(), phone: z.string(), note: z.string().nullable() }),
    ),
  })
  .meta({ id: 'ContactData' });

export const PlaceHold = z
  .strictObject({
    kind: z.enum(HOLD_KINDS),
    until: Day.nullable().default(null),
    evidence: plainText(200).trim(),
  })
  .meta({ id: 'PlaceHold' });
