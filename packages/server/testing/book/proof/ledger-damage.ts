/** Ways to damage a ledger, and what the proof must say of each. */

import type { LedgerRule } from '../../../src/book/proof/ledger-fault.ts';
import type { Queryable } from '../../../src/platform/database/store.ts';

/** The contracts of the book that is damaged. */
export type DamagedBook = { readonly loan: string; readonly lease: string; readonly idle: string };

export type Damage = {
  readonly name: string;
  readonly sql: readonly string[];
  /** Rules that must be named, each with the contract; null for the ledger as a whole. */
  readonly expected: readonly (readonly [keyof DamagedBook | null, LedgerRule])[];
};

const loan = `contract_id = '$loan'`;
const last = '(select max(seq) from entry e where e.contract_id = x.contract_id)';

const policyOf = (contract: string): string =>
  `(select policy_id from contract_terms where contract_id = '$${contract}')`;

const drop = (...tables: string[]): string[] =>
  tables.map((table) => `delete from ${table} where ${loan}`);

export const DAMAGES: readonly Damage[] = [
  {
    name: 'one cent of a posting is flipped',
    sql: [`update posting set cents = cents + 1 where ${loan} and seq = 2 and n = 1`],
    expected: [
      ['loan', 'hash-differs'],
      ['loan', 'balances-differ'],
      [null, 'closed-day-differs'],
    ],
  },
  {
    name: 'one cent of a balance is flipped',
    sql: [`update contract_state set balances[1] = balances[1] - 1 where ${loan}`],
    expected: [['loan', 'balances-differ']],
  },
  {
    name: 'a posting is turned round',
    sql: [`update posting set debit = credit, credit = debit where ${loan} and seq = 1`],
    expected: [
      ['loan', 'hash-differs'],
      ['loan', 'wrong-sign'],
    ],
  },
  {
    name: 'the last entry is cut off with all its rows',
    sql: ['outbox', 'posting', 'entry'].map(
      (table) => `delete from ${table} x where ${loan} and seq = ${last}`,
    ),
    expected: [
      ['loan', 'version-differs'],
      ['loan', 'head-differs'],
      ['loan', 'balances-differ'],
    ],
  },
  {
    name: 'an entry in the middle is cut out',
    sql: [`delete from entry where ${loan} and seq = 2`],
    expected: [
      ['loan', 'entry-missing'],
      ['loan', 'hash-differs'],
      ['loan', 'posting-without-entry'],
    ],
  },
  {
    name: 'two entries are swapped',
    sql: ['entry', 'posting'].flatMap((table) => [
      `update ${table} set seq = 1000 where ${loan} and seq = 2`,
      `update ${table} set seq = 2 where ${loan} and seq = 3`,
      `update ${table} set seq = 3 where ${loan} and seq = 1000`,
    ]),
    expected: [['loan', 'hash-differs']],
  },
  {
    name: 'the head is changed',
    sql: [`update contract_state set head = decode(repeat('ab', 32), 'hex') where ${loan}`],
    expected: [['loan', 'head-differs']],
  },
  {
    name: 'a body is changed',
    sql: [`update entry set body = replace(body, '50000', '40000') where ${loan} and seq = 2`],
    expected: [
      ['loan', 'hash-differs'],
      ['loan', 'amount-differs'],
    ],
  },
  {
    name: 'a body is cut short',
    sql: [`update entry set body = left(body, 40) where ${loan} and seq = 2`],
    expected: [
      ['loan', 'hash-differs'],
      ['loan', 'body-unreadable'],
    ],
  },
  {
    name: 'the amount beside an entry is changed',
    sql: [`update entry set amount_cents = amount_cents - 1 where ${loan} and seq = 2`],
    expected: [['loan', 'amount-differs']],
  },
  {
    name: 'the balance beside an entry is changed',
    sql: [`update entry set balance_cents = balance_cents - 1 where ${loan} and seq = 2`],
    expected: [['loan', 'balance-after-differs']],
  },
  {
    name: 'a key is changed',
    sql: [`update entry set key = 'another-key' where ${loan} and seq = 2`],
    expected: [['loan', 'hash-differs']],
  },
  {
    name: 'a status is changed',
    sql: [`update contract_state set status = 'closed' where ${loan}`],
    expected: [['loan', 'status-differs']],
  },
  {
    name: 'a fact is changed',
    sql: [
      `update contract_state
         set facts = (facts::jsonb || '{"paidTowardCents":"1"}')::json where ${loan}`,
    ],
    expected: [['loan', 'facts-differ']],
  },
  {
    name: 'a hold is slipped in',
    sql: [`update contract_state set holds = '[{"kind":"dispute"}]' where ${loan}`],
    expected: [['loan', 'holds-differ']],
  },
  {
    name: 'the terms are another contract’s',
    sql: [`update contract_terms set terms = '{"product":"loan"}' where ${loan}`],
    expected: [['loan', 'state-unreadable']],
  },
  {
    name: 'the product of an entry is changed',
    sql: [`update entry set product = 'lease' where ${loan} and seq = 2`],
    expected: [['loan', 'product-differs']],
  },
  {
    name: 'the product of a contract is changed',
    sql: [`update contract set product = 'lease' where ${loan}`],
    expected: [['loan', 'product-differs']],
  },
  {
    name: 'the state is dropped',
    sql: drop('contract_state'),
    expected: [
      ['loan', 'entries-without-state'],
      ['loan', 'contract-without-state'],
    ],
  },
  {
    name: 'the contract row is dropped',
    sql: drop('contract'),
    expected: [
      ['loan', 'state-without-contract'],
      ['loan', 'row-without-contract'],
    ],
  },
  {
    name: 'all entries of a contract are dropped',
    sql: drop('entry', 'posting', 'outbox'),
    expected: [
      ['loan', 'state-without-entries'],
      [null, 'closed-day-differs'],
    ],
  },
  {
    name: 'a contract is dropped without a trace',
    sql: drop(
      ...['contract', 'contract_state', 'contract_terms', 'entry', 'posting', 'outbox'],
      ...['contract_number', 'asset', 'vin', 'vehicle', 'contract_party'],
    ),
    expected: [[null, 'closed-day-differs']],
  },
  {
    name: 'the terms are dropped',
    sql: drop('contract_terms'),
    expected: [['loan', 'terms-missing']],
  },
  {
    name: 'a policy is dropped',
    sql: [`delete from servicing_policy where policy_id = ${policyOf('loan')}`],
    expected: [['loan', 'policy-missing']],
  },
  {
    name: 'a day of grace is slipped into a policy',
    sql: [
      `update servicing_policy set policy = replace(policy::text, '"graceDays":1', '"graceDays":2')
       ::json where policy_id = ${policyOf('loan')}`,
    ],
    expected: [
      [null, 'policy-differs'],
      ['loan', 'policy-missing'],
    ],
  },
  {
    name: 'an event of an entry is retold',
    sql: [`update entry set body = replace(body, 'payment-received', 'x') where ${loan}`],
    expected: [['loan', 'hash-differs']],
  },
  {
    name: 'the contract number is not listed',
    sql: drop('contract_number'),
    expected: [['loan', 'number-not-listed']],
  },
  {
    name: 'the asset leads to another contract',
    sql: [`update asset set contract_id = '$idle' where ${loan}`],
    expected: [
      ['loan', 'asset-not-listed'],
      ['idle', 'row-without-contract'],
    ],
  },
  {
    name: 'a posting names an entry that is not there',
    sql: [
      `insert into posting select contract_id, 99, n, business_date, debit, credit, cents, tax
       from posting where ${loan} and seq = 1`,
    ],
    expected: [['loan', 'posting-without-entry']],
  },
  {
    name: 'a posting has a number out of order',
    sql: [`update posting set n = 9 where ${loan} and seq = 1 and n = 1`],
    expected: [['loan', 'posting-numbers-differ']],
  },
  {
    name: 'a posting is of another day',
    sql: [`update posting set business_date = '2020-01-01' where ${loan} and seq = 1 and n = 1`],
    expected: [
      ['loan', 'posting-date-differs'],
      [null, 'closed-day-differs'],
    ],
  },
  {
    name: 'a posting names no account',
    sql: [`update posting set debit = 'petty-cash' where ${loan} and seq = 2 and n = 1`],
    expected: [
      ['loan', 'unknown-account'],
      ['loan', 'hash-differs'],
    ],
  },
  {
    name: 'a message loses its entry',
    sql: [
      `insert into outbox (contract_id, seq, n, lane, topic, template, data, due_at)
       values ('$loan', 99, 1, 0, 'notice', 'none', '{}', now())`,
    ],
    expected: [['loan', 'message-without-entry']],
  },
  {
    name: 'an entry is dated ahead',
    sql: [`update entry x set business_date = '2027-01-01' where ${loan} and seq = ${last}`],
    expected: [
      ['loan', 'date-after-open-day'],
      ['loan', 'hash-differs'],
    ],
  },
  {
    name: 'an entry is dated back to a day that was never open',
    sql: [`update entry x set business_date = '2020-01-01' where ${loan} and seq = ${last}`],
    expected: [
      ['loan', 'date-goes-back'],
      [null, 'day-not-closed'],
    ],
  },
  {
    name: 'an entry is slipped into a closed day',
    sql: [
      `insert into entry select contract_id, 2, entry_id, 'slipped-in', input_hash, kind, product,
         business_date, effective_date, recorded_at + interval '9 days', amount_cents,
         balance_cents, body, hash from entry where contract_id = '$idle' and seq = 1`,
    ],
    expected: [
      ['idle', 'entry-after-close'],
      ['idle', 'version-differs'],
      [null, 'closed-day-differs'],
    ],
  },
  {
    name: 'the total of a closed day is changed',
    sql: ['update closed_day set total_cents = total_cents + 1'],
    expected: [[null, 'closed-day-differs']],
  },
  {
    name: 'a closed day is dropped',
    sql: ['delete from closed_day'],
    expected: [[null, 'day-not-closed']],
  },
  {
    name: 'the open day is dropped',
    sql: ['delete from business_day'],
    expected: [[null, 'no-open-day']],
  },
  {
    name: 'the close would forget a contract',
    sql: [`update contract_state set next_business_date = null where ${loan}`],
    expected: [['loan', 'next-date-differs']],
  },
  {
    name: 'the close has passed a contract by',
    sql: [`update contract_state set next_business_date = '2026-11-01' where ${loan}`],
    expected: [['loan', 'next-date-passed']],
  },
];

/** Damages the book inside a transaction that the test will take back. */
export async function inflict(tx: Queryable, damage: Damage, book: DamagedBook): Promise<void> {
  for (const sql of damage.sql) {
    await tx.query(sql.replace(/\$(loan|lease|idle)/g, (_, name: keyof DamagedBook) => book[name]));
  }
}
