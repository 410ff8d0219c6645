import { operation } from '../operation.ts';
import {
  GuestContract,
  GuestFind,
  GuestPayment,
  GuestReceipt,
  GuestReceiptFind,
} from '../schema/guest.ts';

export const findGuestContract = operation({
  id: 'findGuestContract',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/guest/contracts',
  summary: 'What a contract wants now, by its number and the ZIP code on file.',
  description: 'Shows what is needed to pay and nothing else. Says the same for every wrong pair.',
  body: GuestFind,
  status: 200,
  response: GuestContract,
  problems: ['guest-not-found', 'guest-cannot-pay', 'too-many-attempts'],
});

export const payAsGuest = operation({
  id: 'payAsGuest',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/guest/payments',
  summary: 'Pay a contract from a bank account without signing in.',
  description: 'Needs the pass of `findGuestContract`. The account is not saved for later.',
  body: GuestPayment,
  idempotent: true,
  status: 201,
  response: GuestReceipt,
  problems: [
    'guest-pass-over',
    'guest-cannot-pay',
    'guest-too-much',
    'routing-number-wrong',
    'payment-method-refused',
    'key-used-for-other-input',
    'too-many-attempts',
    'day-is-closing',
  ],
});

export const getGuestReceipt = operation({
  id: 'getGuestReceipt',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/guest/receipts',
  summary: 'The receipt of a guest’s payment by its reference, as it stands now.',
  body: GuestReceiptFind,
  status: 200,
  response: GuestReceipt,
  problems: ['guest-receipt-not-found', 'too-many-attempts'],
});
