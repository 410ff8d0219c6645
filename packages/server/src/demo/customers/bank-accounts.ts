import { namedUuid } from '../../platform/database/uuid.ts';
import { dice } from '../dice.ts';
import type { DemoPerson } from './people.ts';

/** A bank account that a customer has saved to pay from. */
export type BankAccount = {
  readonly methodId: string;
  readonly accountType: 'checking' | 'savings';
  readonly routingNumber: string;
  readonly accountNumber: string;
};

/** Nine digits whose sum checks and that no bank is known to have. */
const ROUTING_NUMBER = '123456780';

/** The second accounts of named customers: one that works, and one that refuses every debit. */
const SECOND_ACCOUNTS: Readonly<Record<string, string>> = {
  maya: '400118273645',
  lena: '400290817264',
  oscar: '400377120000',
};

/** The bank accounts of a customer, the one that payments are drawn from first. */
export function bankAccountsOf(person: DemoPerson): BankAccount[] {
  const own = dice(`bank-account/${person.id}`);
  const first = `4001${own.between(10_000, 99_999)}${own.between(100, 998)}`;
  const second = SECOND_ACCOUNTS[person.id];
  return [
    account(person, 'checking', first),
    ...(second === undefined ? [] : [account(person, 'savings', second)]),
  ];
}

function account(
  person: DemoPerson,
  accountType: BankAccount['accountType'],
  accountNumber: string,
): BankAccount {
  const methodId = namedUuid('demo-bank-account', person.id, accountType);
  return { methodId, accountType, routingNumber: ROUTING_NUMBER, accountNumber };
}
