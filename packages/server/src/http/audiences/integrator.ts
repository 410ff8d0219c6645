import * as contractOperations from '@roadbook/api/operations/contracts';
import * as leaseEndOperations from '@roadbook/api/operations/lease-end';
import * as paymentOperations from '@roadbook/api/operations/payments';
import * as profileOperations from '@roadbook/api/operations/profile';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as contracts from '../../contracts/find-contracts.ts';
import * as leaseEnd from '../../lease-end/answer-lease-end.ts';
import * as payments from '../../money/pay/arrived-payments.ts';
import * as payoff from '../../money/pay/payoff.ts';
import type { Integrator } from '../../operation/integrator.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { admitToken } from '../../people/admit-token.ts';
import { listGaragingMoves } from '../../people/profile/garaging-feed.ts';
import { type BoundShell, binderFor } from '../bind.ts';
import { type WorkRule, workBudget } from '../work-budget.ts';

const integrators = new WeakMap<FastifyRequest, Integrator>();

/** What a system may ask for of what takes long: it works through whole portfolios. */
const TOKEN_WORK: WorkRule = { burst: 1_200, perMinute: 1_200, atOnce: 32 };

/** What the lender's other systems may call, with a bearer token. */
export function registerIntegrator(plugin: FastifyInstance, shell: BoundShell): void {
  plugin.addHook('onRequest', async (request) => {
    const [, token] = /^Bearer (\S{20,200})$/i.exec(request.headers.authorization ?? '') ?? [];
    integrators.set(request, { name: await admitToken(shell(), token ?? null, request.ip) });
  });
  const on = binderFor(plugin, shell, (request): Integrator => {
    const caller = integrators.get(request);
    if (caller === undefined) throw new ProblemError('token-refused');
    return caller;
  });
  const costly = workBudget(TOKEN_WORK, ({ name }: Integrator) => name);
  on(contractOperations.findContracts, contracts.findContracts);
  on(contractOperations.getContractForIntegrator, contracts.getContractForIntegrator);
  on(contractOperations.getBalances, contracts.getBalances);
  on(contractOperations.listEntries, contracts.listEntries);
  on(paymentOperations.postArrivedPayment, payments.postArrivedPayment);
  on(paymentOperations.reverseArrivedPayment, payments.reverseArrivedPayment);
  on(paymentOperations.quotePayoffForIntegrator, payoff.quotePayoffForIntegrator, costly);
  on(profileOperations.listGaragingMoves, listGaragingMoves);
  on(leaseEndOperations.getLeaseEndForIntegrator, leaseEnd.getLeaseEndForIntegrator, costly);
}
