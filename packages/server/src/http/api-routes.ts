import { openApiDocument } from '@roadbook/api/openapi';
import type { Operation } from '@roadbook/api/operation';
import * as contractOperations from '@roadbook/api/operations/contracts';
import * as integratorOperations from '@roadbook/api/operations/integrator';
import * as leaseEndOperations from '@roadbook/api/operations/lease-end';
import * as paymentOperations from '@roadbook/api/operations/payments';
import * as sessionOperations from '@roadbook/api/operations/session';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as contracts from '../contracts/contracts.ts';
import * as integrator from '../contracts/integrator.ts';
import * as leaseEnd from '../lease-end/answer-lease-end.ts';
import * as methods from '../money/methods/answer-payment-methods.ts';
import * as payments from '../money/pay/payments.ts';
import * as payoff from '../money/pay/payoff.ts';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import * as session from '../people/answer-session.ts';
import { findToken } from '../people/api-token.ts';
import { type CustomerSession, findSession } from '../people/session.ts';
import { bind, type Handler } from './bind.ts';
import { checkOrigin } from './origin-check.ts';
import type { PortalOptions } from './portal-options.ts';
import { sessionToken } from './session-cookie.ts';

const customers = new WeakMap<FastifyRequest, CustomerSession>();
const integrators = new WeakMap<FastifyRequest, integrator.Integrator>();

/**
 * One plugin for each audience, each with its own authentication: a hook registered in one cannot
 * be reached from another, so nothing leaks sideways.
 */
export async function registerApi(app: FastifyInstance, options: PortalOptions): Promise<void> {
  const shell = lazyShell(options);
  app.get('/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(openApiDocument()),
  );
  await app.register(async (plugin) => registerPublic(plugin, shell, options.isHttps));
  await app.register(async (plugin) => registerCustomer(plugin, shell, options.isHttps));
  await app.register(async (plugin) => registerIntegrator(plugin, shell));
}

/** The shell as an object that looks itself up: routes are bound before the database is open. */
function lazyShell({ shell }: PortalOptions): Shell {
  return new Proxy({} as Shell, {
    get: (_target, name: keyof Shell) => {
      const open = shell();
      if (open === null) throw new ProblemError('starting');
      return open[name];
    },
  });
}

function registerPublic(plugin: FastifyInstance, shell: Shell, isHttps: boolean): void {
  plugin.addHook('onRequest', async (request) => checkOrigin(request));
  bind(plugin, shell, sessionOperations.signIn, () => null, session.signInHandler(isHttps));
}

function registerCustomer(plugin: FastifyInstance, shell: Shell, isHttps: boolean): void {
  plugin.addHook('onRequest', async (request) => {
    checkOrigin(request);
    const token = sessionToken(request, isHttps);
    const found = token === null ? null : await findSession(shell.store, token, shell.clock());
    if (found === null) throw new ProblemError('not-signed-in');
    customers.set(request, found);
  });
  const callerOf = (request: FastifyRequest): CustomerSession => {
    const caller = customers.get(request);
    if (caller === undefined) throw new ProblemError('not-signed-in');
    return caller;
  };
  const on = <O extends Operation>(operation: O, handler: Handler<O, CustomerSession>): void =>
    bind(plugin, shell, operation, callerOf, handler);
  on(sessionOperations.getSession, session.getSessionHandler);
  on(sessionOperations.signOut, session.signOutHandler(isHttps));
  on(contractOperations.listContracts, contracts.listContracts);
  on(contractOperations.getContract, contracts.getContract);
  on(contractOperations.listTransactions, contracts.listTransactions);
  on(contractOperations.getSchedule, contracts.getSchedule);
  on(paymentOperations.previewPayment, payments.previewPayment);
  on(paymentOperations.makePayment, payments.makePayment);
  on(paymentOperations.getPayment, payments.getPayment);
  on(paymentOperations.cancelScheduledPayment, payments.cancelScheduledPayment);
  on(paymentOperations.getPayoff, payoff.getPayoff);
  on(paymentOperations.quotePayoff, payoff.quotePayoff);
  on(paymentOperations.listPaymentMethods, methods.listMethods);
  on(paymentOperations.addPaymentMethod, methods.addMethod);
  on(paymentOperations.removePaymentMethod, methods.removeMethod);
  on(leaseEndOperations.getLeaseEnd, leaseEnd.getLeaseEnd);
  on(leaseEndOperations.getSavedLeaseEnd, leaseEnd.getSaved);
  on(leaseEndOperations.saveLeaseEndPlan, leaseEnd.savePlan);
  on(leaseEndOperations.saveLeaseEndWalk, leaseEnd.saveWalk);
  on(leaseEndOperations.deleteLeaseEndPlan, leaseEnd.deletePlan);
  on(leaseEndOperations.deleteLeaseEndWalk, leaseEnd.deleteWalk);
}

function registerIntegrator(plugin: FastifyInstance, shell: Shell): void {
  plugin.addHook('onRequest', async (request) => {
    const [, token] = /^Bearer (\S{20,200})$/i.exec(request.headers.authorization ?? '') ?? [];
    const name = token === undefined ? null : await findToken(shell.store, token, 'integrator');
    if (name === null) throw new ProblemError('token-refused');
    integrators.set(request, { name });
  });
  const callerOf = (request: FastifyRequest): integrator.Integrator => {
    const caller = integrators.get(request);
    if (caller === undefined) throw new ProblemError('token-refused');
    return caller;
  };
  const on = <O extends Operation>(
    operation: O,
    handler: Handler<O, integrator.Integrator>,
  ): void => bind(plugin, shell, operation, callerOf, handler);
  on(integratorOperations.findContracts, integrator.findContracts);
  on(integratorOperations.getContractForIntegrator, integrator.getContract);
  on(integratorOperations.listEntries, integrator.listEntries);
  on(integratorOperations.postArrivedPayment, integrator.postPayment);
  on(integratorOperations.reverseArrivedPayment, integrator.reverse);
  on(integratorOperations.quotePayoffForIntegrator, integrator.quote);
  on(integratorOperations.getLeaseEndForIntegrator, leaseEnd.getForIntegrator);
}
