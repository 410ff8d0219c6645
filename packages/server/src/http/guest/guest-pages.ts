import { GuestFind } from '@roadbook/api/schema/guest';
import type {
  GuestAmountTyped,
  ServedFault,
  ServedPage,
  ServedPages,
} from '@roadbook/api/served-page';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findGuestContract, guestContractOf } from '../../money/guest/find-guest-contract.ts';
import { contractOfPass } from '../../money/guest/guest-pass.ts';
import { findGuestReceipt } from '../../money/guest/guest-receipt.ts';
import { payAsGuest } from '../../money/guest/pay-as-guest.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import { withBrand } from '../brand.ts';
import { answerInEvenTime } from '../even-time.ts';
import { openShell } from '../open-shell.ts';
import { checkOrigin } from '../origin-check.ts';
import type { PortalOptions } from '../portal-options.ts';
import { recordProblem } from '../problem/record-problem.ts';
import { addressOf } from '../public-address.ts';
import { readForms } from '../read-form.ts';
import {
  accountFaults,
  digitsOf,
  faultsOf,
  NOTHING_TYPED,
  prefilled,
  typedIn,
} from './guest-forms.ts';
import { type GuestState, keepState, stateOf } from './guest-state.ts';

/** Five fields of what people type, in any script. */
const FORM_BYTES_MAX = 8_192;

/**
 * Paying without signing in, as pages that need no script: contract, amount and account, check,
 * receipt. Every answer to a form is a page or a redirect, so Back and Reload do nothing twice.
 */
export function registerGuestPages(
  app: FastifyInstance,
  options: PortalOptions,
  pages: ServedPages,
): void {
  const address = addressOf(options);
  const send = (reply: FastifyReply, page: ServedPage, status = 200): FastifyReply =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(withBrand(pages.draw(page), openShell(options).lender.brand));
  app.register(async (plugin) => {
    readForms(plugin, FORM_BYTES_MAX);
    plugin.addHook('onRequest', async (request) => checkOrigin(request, address));
    answerInEvenTime(plugin);
    const parts = { options, send, readAmount: pages.readAmount };
    registerFind(plugin, parts);
    registerAmount(plugin, parts);
    registerCheck(plugin, parts);
    registerReceipt(plugin, parts);
  });
}

type Send = (reply: FastifyReply, page: ServedPage, status?: number) => FastifyReply;

/** What the pages share: how a page is sent, and what draws it. */
type Parts = {
  readonly options: PortalOptions;
  readonly send: Send;
  readonly readAmount: ServedPages['readAmount'];
};

function registerFind(plugin: FastifyInstance, parts: Parts): void {
  const { options, send } = parts;
  const empty = { contractNumber: '', zip: '' };
  const page = (typed: typeof empty, faults: readonly ServedFault[], problem = null) =>
    ({ page: 'guest-find', typed, faults, problem }) as const;
  plugin.get('/pay', async (_request, reply) => send(reply, page(empty, [])));
  plugin.post('/pay', async (request, reply) => {
    const typed = typedIn(request, ['contractNumber', 'zip']);
    const faults = faultsOf(GuestFind.safeParse(typed), {
      contractNumber: 'contract-number-missing',
      zip: 'zip-missing',
    });
    if (faults.length > 0) return send(reply, page(typed, faults), 400);
    return answered(reply, parts, { page: 'guest-find', typed, faults: [] }, async () => {
      const shell = openShell(options);
      const { pass } = await findGuestContract(shell, { ...typed, network: request.ip });
      const key = uuidV7(shell.clock());
      const state = { pass, typed: NOTHING_TYPED, amountCents: null, key, reference: null };
      keepState(reply, options, shell.ring, state);
      return reply.redirect('/pay/amount', 303);
    });
  });
}

function registerAmount(plugin: FastifyInstance, parts: Parts): void {
  const { options, send, readAmount } = parts;
  plugin.get('/pay/amount', (request, reply) =>
    withContract(request, reply, parts, async ({ due, state }) =>
      send(reply, {
        page: 'guest-amount',
        due,
        typed: prefilled(state.typed, due.amountDueCents),
        faults: [],
        problem: null,
      }),
    ),
  );
  plugin.post('/pay/amount', (request, reply) =>
    withContract(request, reply, parts, async ({ due, state, ring }) => {
      const typed = typedIn(request, Object.keys(NOTHING_TYPED) as (keyof GuestAmountTyped)[]);
      const amount = readAmount(typed.amount);
      const faults = [
        ...('rule' in amount ? [{ field: 'amount', rule: amount.rule }] : []),
        ...accountFaults(typed),
      ];
      if (faults.length > 0 || !('cents' in amount)) {
        return send(reply, { page: 'guest-amount', due, typed, faults, problem: null }, 400);
      }
      keepState(reply, options, ring, { ...state, typed, amountCents: amount.cents });
      return reply.redirect('/pay/check', 303);
    }),
  );
}

function registerCheck(plugin: FastifyInstance, parts: Parts): void {
  const { options, send } = parts;
  plugin.get('/pay/check', (request, reply) =>
    withContract(request, reply, parts, async ({ due, state }) => {
      const { typed, amountCents } = state;
      if (amountCents === null) return reply.redirect('/pay/amount', 303);
      return send(reply, {
        page: 'guest-check',
        due,
        amountCents,
        holderName: typed.holderName,
        accountType: typed.accountType === 'savings' ? 'savings' : 'checking',
        accountEnding: digitsOf(typed.accountNumber).slice(-4),
        isSimulated: openShell(options).gateway.simulated,
      });
    }),
  );
  plugin.post('/pay/check', (request, reply) =>
    withContract(request, reply, parts, async ({ due, state, ring }) => {
      const { typed, amountCents, pass, key } = state;
      if (amountCents === null) return reply.redirect('/pay/amount', 303);
      return answered(reply, parts, { page: 'guest-amount', due, typed, faults: [] }, async () => {
        const { reference } = await payAsGuest(openShell(options), {
          pass,
          key,
          amountCents,
          holderName: typed.holderName.trim(),
          routingNumber: digitsOf(typed.routingNumber),
          accountNumber: digitsOf(typed.accountNumber),
          accountType: typed.accountType === 'savings' ? 'savings' : 'checking',
          network: request.ip,
        });
        // What was typed of the account is forgotten with the payment.
        const done = { ...state, typed: NOTHING_TYPED, reference };
        keepState(reply, options, ring, done);
        return reply.redirect('/pay/receipt', 303);
      });
    }),
  );
}

function registerReceipt(plugin: FastifyInstance, parts: Parts): void {
  const { options, send } = parts;
  const form = { page: 'guest-receipt-find', typed: { reference: '' }, faults: [] } as const;
  plugin.get('/pay/receipt', async (request, reply) => {
    const shell = openShell(options);
    const reference = stateOf(request, options, shell.ring)?.reference ?? null;
    if (reference === null) return send(reply, { ...form, problem: null });
    const network = request.ip;
    return answered(reply, parts, form, async () => {
      const receipt = await findGuestReceipt(shell, { reference, network });
      return send(reply, { page: 'guest-receipt', receipt, isSimulated: shell.gateway.simulated });
    });
  });
  plugin.post('/pay/receipt', async (request, reply) => {
    const typed = typedIn(request, ['reference']);
    const isMissing = typed.reference.trim().length < 8;
    const faults = isMissing ? [{ field: 'reference', rule: 'reference-missing' as const }] : [];
    if (isMissing) return send(reply, { ...form, typed, faults, problem: null }, 400);
    const { reference } = typed;
    return answered(reply, parts, { ...form, typed }, async () => {
      const shell = openShell(options);
      const receipt = await findGuestReceipt(shell, { reference, network: request.ip });
      return send(reply, { page: 'guest-receipt', receipt, isSimulated: shell.gateway.simulated });
    });
  });
}

type Formed = Extract<ServedPage, { readonly problem: unknown }>;
type WithoutProblem<P> = P extends unknown ? Omit<P, 'problem'> : never;

/** Does the work of a form; a problem is said above the form, with what was typed kept. */
async function answered(
  reply: FastifyReply,
  { options, send }: Parts,
  form: WithoutProblem<Formed>,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const problem = recordProblem(options, error, reply.request);
    const { seconds } = problem.facts;
    if (problem.code === 'too-many-attempts' && seconds !== undefined) {
      reply.header('retry-after', seconds);
    }
    return send(reply, { ...form, problem } as Formed, problem.status);
  }
}

type Due = Extract<ServedPage, { readonly page: 'guest-amount' }>['due'];
type Opened = { readonly due: Due; readonly state: GuestState; readonly ring: KeyRing };

/** A step after the first: with the contract that the cookie's pass opens, or the first step. */
async function withContract(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  step: (opened: Opened) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { options } = parts;
  const shell = openShell(options);
  const state = stateOf(request, options, shell.ring);
  if (state === null) return reply.redirect('/pay', 303);
  // What was paid is not paid again by going back.
  if (state.reference !== null) return reply.redirect('/pay/receipt', 303);
  const typed = { contractNumber: '', zip: '' };
  return answered(reply, parts, { page: 'guest-find', typed, faults: [] }, async () => {
    const contractId = contractOfPass(shell.ring, state.pass, shell.clock());
    const due = await guestContractOf(shell, contractId);
    return step({ due, state, ring: shell.ring });
  });
}
