import { z } from 'zod';
import { operation } from '../operation.ts';
import { ContractId } from '../schema/basic.ts';
import {
  AddContact,
  ChooseNotice,
  ContactAddress,
  ContactCodeSent,
  GaragingMove,
  HowToTalk,
  PersonExport,
  Profile,
  TypedAddress,
} from '../schema/profile.ts';

const HELD = ['step-up-needed', 'data-held', 'data-held-until'] as const;

export const getProfile = operation({
  id: 'getProfile',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/profile',
  summary: 'What is on file about the customer, what they want to be told, and what has changed.',
  status: 200,
  response: Profile,
  problems: [],
});

export const changeMailingAddress = operation({
  id: 'changeMailingAddress',
  audience: 'customer',
  method: 'PUT',
  path: '/api/v1/profile/address',
  summary: 'Change the mailing address.',
  description: 'State and postal code are held to the rules of the country. The old ones are told.',
  body: TypedAddress,
  status: 200,
  response: Profile,
  problems: [...HELD],
});

export const changeGaraging = operation({
  id: 'changeGaraging',
  audience: 'customer',
  method: 'PUT',
  path: '/api/v1/contracts/:contractId/garaging',
  summary: 'Say that the car of a contract is kept elsewhere.',
  description: 'The lender is told, because taxes may change: in the queue, and for integrators.',
  params: z.object({ contractId: ContractId }),
  body: TypedAddress,
  status: 200,
  response: Profile,
  problems: ['contract-not-found', ...HELD],
});

export const changeHowToTalk = operation({
  id: 'changeHowToTalk',
  audience: 'customer',
  method: 'PUT',
  path: '/api/v1/profile/how-to-talk',
  summary: 'Change the preferred name, the language and the time zone.',
  body: HowToTalk,
  status: 200,
  response: Profile,
  problems: [...HELD],
});

export const sendContactCode = operation({
  id: 'sendContactCode',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/profile/contact-code',
  summary: 'Send a code to a new email or telephone, so that it can be confirmed.',
  body: ContactAddress,
  status: 202,
  response: ContactCodeSent,
  problems: ['contact-known', 'too-many-contacts', 'too-many-codes', ...HELD],
});

export const addContact = operation({
  id: 'addContact',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/profile/contacts',
  summary: 'Add an email or a telephone by the code that was sent to it.',
  body: AddContact,
  status: 201,
  response: Profile,
  problems: [
    'contact-known',
    'too-many-contacts',
    'code-wrong',
    'code-used-up',
    'too-many-attempts',
    ...HELD,
  ],
});

export const removeContact = operation({
  id: 'removeContact',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/profile/contacts/remove',
  summary: 'Remove an email or a telephone. The only email stays.',
  body: ContactAddress,
  status: 200,
  response: Profile,
  problems: ['contact-not-found', 'last-contact', ...HELD],
});

export const makeContactMain = operation({
  id: 'makeContactMain',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/profile/contacts/main',
  summary: 'Let another email or telephone count first: letters and codes go there.',
  body: ContactAddress,
  status: 200,
  response: Profile,
  problems: ['contact-not-found', ...HELD],
});

export const chooseNotice = operation({
  id: 'chooseNotice',
  audience: 'customer',
  method: 'PUT',
  path: '/api/v1/profile/notices',
  summary: 'Choose whether to be told of a topic by email or by text.',
  description: 'What concerns the safety of the account is always told.',
  body: ChooseNotice,
  status: 200,
  response: Profile,
  problems: [...HELD],
});

export const exportProfile = operation({
  id: 'exportProfile',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/profile/export',
  summary: 'Everything that is held of the customer, as JSON.',
  status: 200,
  response: PersonExport,
  problems: ['too-many-attempts', ...HELD],
});

export const exportProfilePage = operation({
  id: 'exportProfilePage',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/profile/export.html',
  summary: 'The same, to read and to print.',
  status: 200,
  produces: 'text/html',
  response: z.string(),
  problems: ['too-many-attempts', ...HELD],
});

export const listGaragingMoves = operation({
  id: 'listGaragingMoves',
  audience: 'integrator',
  method: 'GET',
  path: '/api/v1/integrator/garaging-moves',
  summary: 'Cars that are kept elsewhere, oldest first, after the last move that was read.',
  query: z.strictObject({ after: z.uuid().toLowerCase().optional() }),
  status: 200,
  response: z.object({ moves: z.array(GaragingMove) }),
  problems: [],
});
