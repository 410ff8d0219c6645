import type { FastifyInstance } from 'fastify';
import type { Provider } from '../../desk/provider/provider.ts';
import { createRecheck } from '../../desk/provider/recheck.ts';
import { demoCodes } from '../../desk/staff/demo-codes.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { registerDeskGuest } from '../audiences/desk-guest.ts';
import { registerStaff } from '../audiences/staff.ts';
import { createBaseApp } from '../base-app.ts';
import { openShell } from '../open-shell.ts';
import type { PortalOptions } from '../portal-options.ts';
import { addressOf } from '../public-address.ts';
import { registerDeskPages } from './desk-pages.ts';
import { registerProvider } from './provider-routes.ts';

export type DeskOptions = PortalOptions & {
  /** Nobody but this machine comes here, so codes of demonstration accounts may be shown. */
  readonly showsDemoCodes?: boolean;
  /** The lender's sign-on provider, where there is one. */
  readonly provider?: Provider | null;
};

/**
 * The server that staff and dealers talk to, on a port and an origin of its own. It registers the
 * desk's audiences and no other; the portal's server does not know them.
 */
export async function createDeskApp(options: DeskOptions): Promise<FastifyInstance> {
  const app = await createBaseApp(options);
  const { isHttps, problems = null, provider = null, publicUrl } = options;
  const recheck = createRecheck(provider);
  const address = addressOf(options);
  const shell = () => openShell(options);
  await app.register(async (plugin) => registerDeskGuest(plugin, shell, { isHttps, address }));
  await app.register(async (plugin) =>
    registerStaff(plugin, shell, { isHttps, address, problems, recheck }),
  );
  if (provider !== null && publicUrl !== undefined) {
    registerProvider(app, shell, { provider, isHttps, deskUrl: publicUrl });
  }
  if (options.showsDemoCodes === true) registerDemoCodes(app, shell);
  await registerDeskPages(app, options, provider !== null);
  return app;
}

/** What the sign-in page of a demonstration shows; nowhere else is there such an address. */
function registerDemoCodes(app: FastifyInstance, shell: () => Shell): void {
  app.get('/demo/desk', async (_request, reply) => {
    const accounts = await demoCodes(shell());
    if (accounts.length === 0) throw new ProblemError('not-found');
    return reply.header('cache-control', 'no-store').send({ accounts });
  });
}
