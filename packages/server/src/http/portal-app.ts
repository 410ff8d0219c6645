import type { FastifyInstance } from 'fastify';
import { createBaseApp } from './base-app.ts';
import { registerDemoMailbox } from './demo-mailbox/register-demo-mailbox.ts';
import { registerPages } from './pages.ts';
import type { PortalOptions } from './portal-options.ts';
import { registerApi } from './register-api.ts';

/** The server that customers, integrators and their browsers talk to. */
export async function createPortalApp(options: PortalOptions): Promise<FastifyInstance> {
  const app = await createBaseApp(options);
  await registerApi(app, options);
  await registerDemoMailbox(app, options);
  await registerPages(app, options);
  return app;
}
