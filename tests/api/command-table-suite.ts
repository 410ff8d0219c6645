/**
 * Goal: every command answers with a receipt or a plain refusal on every day that matters, once for
 * its key, and with one debit where a customer pays.
 * Method: a contract for each cell of the table `cases/command-by-day.txt`. The business day moves
 * forward once, and on each day that matters its cells are acted on through the API.
 */
import { readFileSync } from 'node:fs';
import { checkTable } from '@roadbook/domain/testing/case-table';
import { addDays, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { openDayOf } from '@roadbook/server/book/day/business-day';
import { closeOpenDay } from '@roadbook/server/book/day/close-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { noticesOf } from '@roadbook/server/people/notices/write-notices';
import { simulatedPaymentGateway } from '@roadbook/server/platform/gateway/simulated-payment-gateway';
import { sendRound } from '@roadbook/server/platform/post/send-outbox';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './call.ts';
import { type Acted, act, answerTo, COMMANDS, type Desk, inWords } from './command-cells.ts';
import {
  boardCells,
  cellContractId,
  PAYMENT_CENTS,
  PRODUCTS,
  type Stage,
} from './command-contracts.ts';
import { example } from './examples.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

/** A payment falls due on November 3; grace is ten days. The ending contracts mature on the 3rd. */
const DAYS: readonly { readonly day: string; readonly on: BusinessDate; readonly stage: Stage }[] =
  [
    { day: 'day before due', on: date('2026-11-02'), stage: 'running' },
    { day: 'due day', on: date('2026-11-03'), stage: 'running' },
    { day: 'maturity', on: date('2026-11-03'), stage: 'ending' },
    { day: 'day after maturity', on: date('2026-11-04'), stage: 'ending' },
    { day: 'last timely day', on: date('2026-11-13'), stage: 'running' },
    { day: 'day after grace', on: date('2026-11-14'), stage: 'running' },
  ];
/** By then the last promise has been drawn. */
const LAST_DAY = date('2026-11-16');

const CELLS = DAYS.flatMap(({ day, on, stage }) =>
  COMMANDS.flatMap((command) =>
    PRODUCTS.map((product) => ({
      on,
      stage,
      day,
      command,
      product,
      name: `${command}-${product}-${day}`.replaceAll(' ', '-'),
    })),
  ),
);

const TABLE = readFileSync(new URL('./cases/command-by-day.txt', import.meta.url), 'utf8');

type Debit = { readonly key: string; readonly amountCents: bigint };

export function checkCommandTableOn(engine: Engine): void {
  describe(`each command for each product on each day that matters on ${engine}`, () => {
    const authorized: Debit[] = [];
    const submitted: Debit[] = [];
    const acted: Acted[] = [];
    let portal: TestPortal;
    let desk: Desk;

    beforeAll(async () => {
      const gateway = simulatedPaymentGateway();
      portal = await openTestPortal({
        engine,
        gateway: {
          ...gateway,
          authorize: (request) => {
            authorized.push(request);
            return gateway.authorize(request);
          },
          submit: async (request) => void submitted.push(request),
        },
      });
      const cookie = await portal.signIn('dana');
      const account = { ...(example('addPaymentMethod').body as object) };
      const { methodId } = await call<{ methodId: string }>(portal, 'addPaymentMethod', {
        cookie,
        body: { ...account, accountNumber: '000123456789' },
      });
      desk = { portal, cookie, methodId };
      await boardCells(portal.shell.store, await borrowerId(portal), CELLS);
      acted.push(...(await liveThroughDays(desk)));
      await sendAll(portal);
    });
    afterAll(() => portal.end());

    test('answers as the table says, with a row for each command and day', () => {
      const answers = new Map(acted.map((each) => [keyOf(each.cell), inWords(each)]));
      const rows = new Set<string>();
      checkTable(TABLE, (row) => {
        const at = { command: row.text('command'), day: row.text('day') };
        rows.add(`${at.command} ${at.day}`);
        return Object.fromEntries(
          PRODUCTS.map((product) => [product, answers.get(keyOf({ ...at, product })) ?? '-']),
        );
      });
      expect(rows.size).toBe(DAYS.length * COMMANDS.length);
    });

    test('answers the same to the same key', () => {
      for (const { cell, status, body, again } of acted) {
        expect(again.status, cell.name).toBe(status);
        expect(withoutReference(again.body), cell.name).toEqual(withoutReference(body));
      }
    });

    test('answers a paid or promised key with the same payment days later', async () => {
      const money = acted.filter(({ operation }) => operation === 'makePayment').filter(isDone);
      for (const { cell, operation, input, body } of money) {
        const later = await answerTo(desk, operation, input);
        expect(later.status, cell.name).toBe(201);
        expect(later.body.amountCents, cell.name).toBe(body.amountCents);
        const drawn = { on: body.on, split: { totalCents: body.amountCents } };
        const paid = { paymentId: body.paymentId, on: body.on, split: body.split };
        const isPromise = body.state === 'scheduled';
        expect(later.body, cell.name).toMatchObject(isPromise ? drawn : paid);
      }
    });

    test('says in the receipt what the ledger says', async () => {
      for (const each of acted.filter(isDone)) {
        const { cell, body, on, operation } = each;
        const asked = PAYMENT_CENTS[cell.product];
        const moved = await moneyMoved(portal, cellContractId(cell.name), on);
        if (body.split != null) {
          const parts = body.split.lines.map((line) => BigInt(line.cents));
          const paid = { amount: body.amountCents, total: body.split.totalCents };
          expect(paid, cell.name).toEqual({ amount: `${asked}`, total: `${asked}` });
          expect(
            parts.reduce((sum, part) => sum + part, 0n),
            cell.name,
          ).toBe(asked);
          expect(body.effectiveDate ?? body.on, cell.name).toBe(on);
          expect(moved, cell.name).toEqual([{ entry_id: body.paymentId, cents: asked }]);
        } else if (operation === 'reverseArrivedPayment') {
          expect(body, cell.name).toMatchObject({ amountCents: `${asked}`, effectiveDate: on });
          expect(
            moved.map((row) => row.cents),
            cell.name,
          ).toEqual([asked, -asked]);
        } else {
          expect(moved, cell.name).toEqual([]);
        }
      }
    });

    test('authorizes and submits one debit under one key for each accepted payment', () => {
      const debits = (list: readonly Debit[], { cell }: Acted) =>
        list
          .filter(({ key }) => key.startsWith(cellContractId(cell.name)))
          .map(({ key, amountCents }) => ({ key, amountCents }));
      for (const each of acted) {
        const paysOrPromises = each.operation === 'makePayment' && isDone(each);
        const isPromise = each.body.state === 'scheduled';
        const amountCents = PAYMENT_CENTS[each.cell.product];
        const sent = debits(submitted, each);
        const amounts = sent.map((debit) => debit.amountCents);
        expect(amounts, each.cell.name).toEqual(paysOrPromises ? [amountCents] : []);
        const asked = debits(authorized, each);
        expect(asked, each.cell.name).toEqual(paysOrPromises && !isPromise ? sent : []);
      }
    });

    test('leaves a ledger without findings', async () => {
      expect((await checkLedger(portal.shell.store)).findings).toEqual([]);
    });
  });
}

type Place = { readonly command: string; readonly day: string; readonly product: string };

const keyOf = ({ command, day, product }: Place): string => `${command} | ${day} | ${product}`;

const isDone = ({ body }: Acted): boolean => body.code === undefined;

/** A problem carries a reference of its own for each time it is told. */
function withoutReference(body: object): object {
  return 'code' in body ? { ...body, reference: '', instance: '' } : body;
}

async function liveThroughDays(desk: Desk): Promise<Acted[]> {
  const { store, clock } = desk.portal.shell;
  const acted: Acted[] = [];
  for (let on = await openDayOf(store); on !== null && on < LAST_DAY; on = addDays(on, 1)) {
    for (const cell of CELLS.filter((each) => each.on === on))
      acted.push(await act(desk, cell, on));
    const { setAside } = await closeOpenDay(store, clock);
    expect(setAside).toBe(0);
  }
  return acted;
}

async function sendAll({ shell }: TestPortal): Promise<void> {
  const { store, ring, gateway, clock } = shell;
  const report = (_words: string, fault: unknown): void => {
    throw fault;
  };
  const notices = noticesOf({ ring, clock, report });
  while ((await sendRound({ store, gateway, clock, report, notices }, 'table')) > 0);
}

async function borrowerId({ shell }: TestPortal): Promise<string> {
  const [row] = await shell.store.query<{ person_id: string }>(
    `select person_id from contract_party where contract_id = $1 and role = 'borrower'`,
    [contractIds.loan],
  );
  if (row === undefined) throw new Error('nobody is the borrower');
  return row.person_id;
}

/** What came in, and what went back, by entry: in cash or on its way to it, effective on a day. */
function moneyMoved({ shell }: TestPortal, contractId: string, on: BusinessDate) {
  return shell.store.query<{ entry_id: string; cents: bigint }>(
    `select e.entry_id, sum(case when p.debit in ('cash', 'payments-in-transit')
       then p.cents else -p.cents end)::bigint as cents
     from entry e join posting p using (contract_id, seq)
     where e.contract_id = $1 and e.effective_date = $2 and e.business_date = $2
       and (p.debit in ('cash', 'payments-in-transit'))
         <> (p.credit in ('cash', 'payments-in-transit'))
     group by e.seq, e.entry_id order by e.seq`,
    [contractId, on],
  );
}
