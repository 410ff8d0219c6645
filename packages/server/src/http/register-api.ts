import { openApiDocument } from '@roadbook/api/openapi';
import type { FastifyInstance } from 'fastify';
import { registerCustomer } from './audiences/customer.ts';
import { registerIntegrator } from './audiences/integrator.ts';
import { registerPublic } from './audiences/public.ts';
import { openShell } from './open-shell.ts';
import type { PortalOptions } from './portal-options.ts';
import { addressOf } from './public-address.ts';

/**
 * One plugin for each audience, each with its own authentication: a hook registered in one cannot
 * be reached from another, so nothing leaks sideways.
 */
export async function registerApi(app: FastifyInstance, options: PortalOptions): Promise<void> {
  const { isHttps } = options;
  const address = addressOf(options);
  const shell = () => openShell(options);
  app.get('/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(openApiDocument()),
  );
  await app.register(async (plugin) => registerPublic(plugin, shell, { isHttps, address }));
  await app.register(async (plugin) => registerCustomer(plugin, shell, { isHttps, address }));
  await app.register(async (plugin) => registerIntegrator(plugin, shell));
}
