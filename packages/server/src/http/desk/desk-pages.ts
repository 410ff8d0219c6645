import type { FastifyInstance, FastifyReply } from 'fastify';
import { ProblemError } from '../../operation/problem-error.ts';
import { registerBrand, withBrand } from '../brand.ts';
import { openShell } from '../open-shell.ts';
import type { PortalOptions } from '../portal-options.ts';
import { demandPageWanted, readPages, serveFiles } from '../serve-files.ts';

const PAGES = { signIn: 'sign-in.html', invitation: 'invitation.html', app: 'desk.html' } as const;
type PageName = keyof typeof PAGES;

/** The document says whether there is a sign-on provider; styles show or hide the way to it. */
const OFFERS_NONE = 'data-provider="no"';
const OFFERS_ONE = 'data-provider="yes"';

/** Where the signed-in desk is. */
const APP_ADDRESSES = ['/', '/customers/*', '/queue', '/letters/*', '/audit', '/security', '/help'];

/** The desk's pages: sign-in and invitation prerendered, one shell for everything behind them. */
export async function registerDeskPages(
  app: FastifyInstance,
  options: PortalOptions,
  hasProvider: boolean,
): Promise<void> {
  const folder = options.pagesFolder;
  if (folder === null) {
    app.setNotFoundHandler(() => {
      throw new ProblemError('not-found');
    });
    return;
  }
  const pages = await readPages(folder, PAGES);
  if (hasProvider) {
    for (const [name, html] of pages) pages.set(name, html.replace(OFFERS_NONE, OFFERS_ONE));
  }
  const send = (reply: FastifyReply, name: PageName, status = 200): FastifyReply => {
    const { lender } = openShell(options);
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('x-robots-tag', 'noindex')
      .send(withBrand(pages.get(name) ?? '', lender.brand));
  };
  await serveFiles(app, folder);
  registerBrand(app, options);
  app.get('/sign-in', async (_request, reply) => send(reply, 'signIn'));
  app.get('/invitation', async (_request, reply) => send(reply, 'invitation'));
  for (const url of APP_ADDRESSES) app.get(url, async (_request, reply) => send(reply, 'app'));
  app.setNotFoundHandler(async (request, reply) => {
    demandPageWanted(request);
    return send(reply, 'app', 404);
  });
}
