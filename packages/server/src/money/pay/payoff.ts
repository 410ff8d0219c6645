import type * as operations from '@roadbook/api/operations/payments';
import { perDiemMicros } from '@roadbook/domain/loan/accrual';
import { payoffAhead } from '@roadbook/domain/loan/payoff-ahead';
import {
  quotePayoff as decideQuote,
  QUOTE_DAYS_AHEAD_MAX,
  quoteRefusal,
} from '@roadbook/domain/loan/quote-payoff';
import { addDays, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { readBody, stateLeftBy } from '../../book/read/entry-body.ts';
import { entriesOfKind } from '../../book/read/read-entries.ts';
import { type Command, hashInput } from '../../book/write/command.ts';
import { wireBreakdown } from '../../operation/breakdown.ts';
import type { Handler } from '../../operation/handler.ts';
import type { Integrator } from '../../operation/integrator.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { type Done, refusalProblem, settle } from '../../operation/settle.ts';
import type { Shell } from '../../operation/shell.ts';
import type { CustomerSession } from '../../people/session.ts';
import { referenceOf } from './receipts.ts';

const QUOTES_SHOWN = 20;

export const getPayoff: Handler<typeof operations.getPayoff, CustomerSession> = async ({
  shell,
  caller,
  params,
  query,
}) => {
  const stored = await contractFor(shell.store, params.contractId, caller.personId);
  const { contract, openDay } = stored;
  if (contract.product !== 'loan') throw new ProblemError('quote-not-for-this-contract');
  const on = query.on === undefined ? openDay : date(query.on);
  const refusal = quoteRefusal(contract, on, openDay);
  if (refusal !== null) throw refusalProblem(refusal);
  return {
    on: on as string,
    payoff: wireBreakdown(payoffAhead(contract, on, openDay)),
    perDiemMicros: perDiemMicros(contract, on).toString(),
    lastDay: addDays(openDay, QUOTE_DAYS_AHEAD_MAX) as string,
    provided: contract.facts.clearing.map(({ amountCents, clearsOn }) => ({
      amountCents: amountCents.toString(),
      clearsOn: clearsOn as string,
    })),
  };
};

export const quotePayoff: Handler<typeof operations.quotePayoff, CustomerSession> = async ({
  shell,
  caller,
  params,
  body,
  key,
}) => {
  await contractFor(shell.store, params.contractId, caller.personId);
  const whose = { contractId: params.contractId, personId: caller.personId };
  return storeQuote(shell, whose, date(body.from), key);
};

/** Saved quotes that are still good: what was promised is found again after a reload. */
export const listQuotes: Handler<typeof operations.listPayoffQuotes, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  const { openDay } = await contractFor(shell.store, params.contractId, caller.personId);
  const entries = await entriesOfKind(
    shell.store,
    params.contractId,
    'payoff-quoted',
    QUOTES_SHOWN,
  );
  const quotes = entries.map(({ entry_id, body }) =>
    presentQuote({ entryId: entry_id, body: readBody(body) }),
  );
  return { quotes: quotes.filter(({ goodThrough }) => goodThrough >= openDay) };
};

export const quotePayoffForIntegrator: Handler<
  typeof operations.quotePayoffForIntegrator,
  Integrator
> = async ({ shell, params, body, key }) => {
  await contractFor(shell.store, params.contractId, null);
  return storeQuote(shell, { contractId: params.contractId }, date(body.from), key);
};

/** Stores a payoff quote under a key and returns it. */
async function storeQuote(
  shell: Shell,
  whose: Pick<Command, 'contractId' | 'personId'>,
  from: BusinessDate,
  key: string,
) {
  const result = await shell.writer.run({
    ...whose,
    key: `quote:${key}`,
    inputHash: hashInput('quote', from),
    decide: (contract, businessDate) => decideQuote(contract, from, businessDate),
  });
  return presentQuote(settle(result));
}

function presentQuote({ entryId, body }: Pick<Done, 'entryId' | 'body'>) {
  const memo = body.memo ?? {};
  const { facts } = stateLeftBy(body);
  return {
    quoteId: entryId,
    reference: referenceOf(entryId),
    quotedOn: memo.quotedOn ?? '',
    from: memo.from ?? '',
    goodThrough: memo.goodThrough ?? '',
    perDiemMicros: memo.perDiemMicros ?? '0',
    days: (memo.days ?? '').split(' ').map((pair) => {
      const [on = '', totalCents = '0'] = pair.split('=');
      return { on, totalCents };
    }),
    lines: body.lines.map((line) => ({ ...line, inputs: { ...line.inputs } })),
    provided: facts.clearing.map(({ amountCents, clearsOn }) => ({
      amountCents: amountCents.toString(),
      clearsOn: clearsOn as string,
    })),
  };
}
