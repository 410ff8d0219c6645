/** The commands of the table: how each is sent, and its answer in the words of the table. */
import { dollars } from '@roadbook/domain/money/cents';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import type { LightMyRequestResponse } from 'fastify';
import { type Input, operationOf, send } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { cellContractId, PAYMENT_CENTS, type Product } from './command-contracts.ts';
import { documentedCodes } from './document.ts';
import type { TestPortal } from './test-portal.ts';

export const COMMANDS = [
  'customer pays now',
  'customer promises for tomorrow',
  'customer cancels a promise',
  'customer asks for a payoff quote',
  'integrator posts money',
  'integrator reverses it',
] as const;
export type Command = (typeof COMMANDS)[number];

/** Who acts, and from which account. */
export type Desk = {
  readonly portal: TestPortal;
  readonly cookie: string;
  readonly methodId: string;
};

export type Cell = {
  readonly name: string;
  readonly command: Command;
  readonly product: Product;
  readonly day: string;
};

/** What came of a cell: the request as it was sent, and its answer, once and once more. */
export type Acted = {
  readonly cell: Cell;
  readonly on: BusinessDate;
  readonly operation: string;
  readonly input: Input;
  readonly status: number;
  readonly body: Body;
  readonly again: { readonly status: number; readonly body: Body };
};

type Line = { readonly label: string; readonly cents: string };

/** The fields of all answers that the table or its checks read. */
export type Body = {
  readonly code?: string;
  readonly paymentId?: string;
  readonly state?: string;
  readonly amountCents?: string;
  readonly on?: string;
  readonly effectiveDate?: string;
  readonly status?: string;
  readonly split?: { readonly totalCents: string; readonly lines: readonly Line[] } | null;
  readonly goodThrough?: string;
  readonly days?: readonly { readonly on: string; readonly totalCents: string }[];
};

/** Acts on the contract of a cell, and sends the very same once more. */
export async function act(desk: Desk, cell: Cell, on: BusinessDate): Promise<Acted> {
  const { operation, input } = await requestOf(desk, cell, on);
  const { status, body } = await answerTo(desk, operation, input);
  const again = await answerTo(desk, operation, input);
  return { cell, on, operation, input, status, body, again };
}

/** An answer that is the operation's own status or a problem that its document names. */
export async function answerTo({ portal }: Desk, operation: string, input: Input) {
  const answer = await send(portal, operation, input);
  const body = answer.json() as Body;
  if (answer.statusCode === operationOf(operation).status)
    return { status: answer.statusCode, body };
  return { status: answer.statusCode, body: { ...body, code: codeOf(operation, answer) } };
}

function codeOf(operation: string, answer: LightMyRequestResponse): string {
  const { code } = checkProblem(answer);
  return documentedCodes(operation).includes(code) ? code : `undocumented ${code}`;
}

type Request = { readonly operation: string; readonly input: Input };

async function requestOf(desk: Desk, cell: Cell, on: BusinessDate): Promise<Request> {
  const contractId = cellContractId(cell.name);
  const customer = { cookie: desk.cookie, params: { contractId }, key: `key-${cell.name}` };
  const integrator = { token: desk.portal.token, params: { contractId }, key: customer.key };
  const amountCents = PAYMENT_CENTS[cell.product].toString();
  const payOn = (day: BusinessDate): Request => ({
    operation: 'makePayment',
    input: {
      ...customer,
      body: { amountCents, purpose: 'regular', on: day, methodId: desk.methodId },
    },
  });
  const post: Request = {
    operation: 'postArrivedPayment',
    input: { ...integrator, body: { receivedOn: on, amountCents } },
  };
  switch (cell.command) {
    case 'customer pays now':
      return payOn(on);
    case 'customer promises for tomorrow':
      return payOn(addDays(on, 1));
    case 'customer cancels a promise': {
      // Where no promise can be made there is none to cancel: any other id stands for it.
      const scheduleId = await idMadeBy(desk, payOn(addDays(on, 1)), contractId);
      const params = { contractId, scheduleId };
      return { operation: 'cancelScheduledPayment', input: { ...customer, params } };
    }
    case 'customer asks for a payoff quote':
      return { operation: 'quotePayoff', input: { ...customer, body: { from: on } } };
    case 'integrator posts money':
      return post;
    case 'integrator reverses it': {
      const params = { contractId, paymentId: await idMadeBy(desk, post, contractId) };
      const input = { ...integrator, params, body: { reason: 'r01' } };
      return { operation: 'reverseArrivedPayment', input };
    }
  }
}

async function idMadeBy(desk: Desk, { operation, input }: Request, otherwise: string) {
  const { body } = await answerTo(desk, operation, input);
  return body.paymentId ?? otherwise;
}

/** The answer as the table writes it. */
export function inWords({ operation, body, on }: Acted): string {
  if (body.code !== undefined) return `refused: ${body.code}`;
  switch (operation) {
    case 'makePayment':
      return body.split == null ? `${body.state} ${cents(body.amountCents)}` : splitOf(body);
    case 'postArrivedPayment':
      return splitOf(body);
    case 'cancelScheduledPayment':
      return 'cancelled';
    case 'quotePayoff':
      return quoteOf(body, on);
    default:
      return `${cents(body.amountCents)} taken back, ${body.status}`;
  }
}

function quoteOf({ days, goodThrough }: Body, on: BusinessDate): string {
  const first = days?.find((each) => each.on === on);
  return `${cents(first?.totalCents)} through ${goodThrough}`;
}

function splitOf({ split }: Body): string {
  const parts = split?.lines.map(({ label, cents: amount }) => `${label} ${cents(amount)}`) ?? [];
  return parts.join(', ');
}

function cents(digits: string | undefined): string {
  return dollars(BigInt(digits ?? '0'));
}
