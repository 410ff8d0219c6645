import { PAYMENT_PURPOSES } from '@roadbook/domain/contract/payment-fact';
import { PAYMENT_CHANNELS } from '@roadbook/domain/contract/servicing-policy';
import { ACCOUNTS } from '@roadbook/domain/ledger/account';
import { z } from 'zod';
import { Cents, Day } from './basic.ts';

export const Account = z.enum(ACCOUNTS).meta({
  id: 'Account',
  description: 'A ledger account of a contract, never a bank account.',
});

export const Purpose = z.enum(PAYMENT_PURPOSES).meta({
  id: 'Purpose',
  description: 'What a payment is for; all but the first three never advance a due date.',
});

export const Channel = z.enum(PAYMENT_CHANNELS).meta({
  id: 'Channel',
  description: 'How money came. What can come back clears after the days of the contract.',
});

export const Balances = z
  .object({
    /** The open business day, and how many entries the balances are the sum of. */
    asOf: Day,
    entries: z.int(),
    /** Every account, those of nothing too, in the order in which they are stored. */
    balances: z.array(
      z.object({
        account: Account,
        /** The side on which the account grows: a balance on it has this side's sign. */
        normalSide: z.enum(['debit', 'credit']),
        /** Debits minus credits: negative on accounts that grow by credits. */
        balanceCents: Cents,
      }),
    ),
  })
  .meta({ id: 'Balances' });
