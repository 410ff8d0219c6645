import type { FastifyInstance, FastifyRequest } from 'fastify';
import { wearForPages } from '../lease-end/wear-data/wear-for-pages.ts';
import { ProblemError } from '../operation/problem-error.ts';
import { findSession } from '../people/session.ts';
import { registerBrand, withBrand } from './brand.ts';
import { registerGettingIn } from './getting-in/getting-in.ts';
import { registerGuestPages } from './guest/guest-pages.ts';
import { openShell } from './open-shell.ts';
import { PAGES, type PageName, type SendPage } from './page-names.ts';
import type { PortalOptions } from './portal-options.ts';
import { demandPageWanted, readPages, serveFiles } from './serve-files.ts';
import { loadServedPages } from './served-pages.ts';
import { sessionToken } from './session-cookie.ts';

/** Why somebody is at the sign-in page again, and the page that says so without script. */
const SIGN_IN_PAGES: ReadonlyMap<string, PageName> = new Map([
  ['sign-in-refused', 'refused'],
  ['too-many-attempts', 'throttled'],
  ['session-ended', 'sessionEnded'],
  ['signed-out', 'signedOut'],
  ['ceremony-over', 'over'],
  ['access-closed', 'closed'],
  ['busy', 'busy'],
  ['known-already', 'known'],
]);

/** The planner's addresses: the guide, the questions, the plan, the walk around the car. */
const PLANNER_PAGES: Readonly<Record<string, PageName>> = {
  '/lease-end': 'leaseEnd',
  '/lease-end/ask': 'leaseEndAsk',
  '/lease-end/ask/:question': 'leaseEndAsk',
  '/lease-end/plan': 'leaseEndPlan',
  '/lease-end/walk': 'leaseEndWalk',
  '/lease-end/walk/*': 'leaseEndWalk',
};

/** Where the signed-in application is. */
const APP_ADDRESSES = [
  '/contracts',
  '/contracts/*',
  '/payment-methods',
  '/payment-methods/*',
  '/details',
  '/security',
];

/** Whether a page is asked for by somebody who is signed in: its head leads on to the contracts. */
async function isSignedIn(
  { shell, isHttps }: PortalOptions,
  request: FastifyRequest,
): Promise<boolean> {
  const open = shell();
  const token = sessionToken(request, isHttps);
  if (open === null || token === null) return false;
  return (await findSession(open.store, token, open.clock())) !== null;
}

/**
 * The portal's pages: home and sign-in prerendered, one shell for everything signed in, static
 * files with hashed names for a year. The lender's name and numbers are put in here: white-label is
 * configuration.
 */
export async function registerPages(app: FastifyInstance, options: PortalOptions): Promise<void> {
  const folder = options.pagesFolder;
  if (folder === null) {
    app.setNotFoundHandler(() => {
      throw new ProblemError('not-found');
    });
    return;
  }
  const pages = await readPages(folder, PAGES);
  const send: SendPage = async (request, reply, name, more = {}) => {
    const { lender } = openShell(options);
    const fill = more.fill ?? ((html: string) => html);
    const html = fill(withBrand(pages.get(name) ?? '', lender.brand));
    const isCustomer = await isSignedIn(options, request);
    return reply
      .code(more.status ?? 200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'cookie')
      .send(isCustomer ? html.replace('data-who="guest"', 'data-who="customer"') : html);
  };
  await serveFiles(app, folder);
  app.get('/', async (request, reply) => send(request, reply, 'home'));
  app.get('/offline', async (request, reply) => send(request, reply, 'offline'));
  app.get('/contact', async (request, reply) => send(request, reply, 'contact'));
  app.get<{ Querystring: { problem?: string } }>('/sign-in', async (request, reply) => {
    return send(request, reply, SIGN_IN_PAGES.get(request.query.problem ?? '') ?? 'signIn');
  });
  registerGettingIn(app, options, send);
  registerGuestPages(app, options, await loadServedPages(folder));
  registerBrand(app, options);
  for (const url of APP_ADDRESSES) {
    app.get(url, async (request, reply) => send(request, reply, 'app'));
  }
  const wear = wearText(options);
  for (const [url, name] of Object.entries(PLANNER_PAGES)) {
    app.get(url, async (request, reply) => {
      const text = await wear();
      return send(request, reply, name, { fill: (html) => html.replace(WEAR_MARKER, () => text) });
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    demandPageWanted(request);
    // Whoever is signed in keeps the menu; anybody else is told where to go from here.
    const page = (await isSignedIn(options, request)) ? 'app' : 'notFound';
    return send(request, reply, page, { status: 404 });
  });
}

/** Where the planner's pages carry the lender's guides and prices, as a block of JSON. */
const WEAR_MARKER = '{{lender.wear}}';
/** Anybody may ask for these pages, so they do not each ask the database. */
const WEAR_FRESH_MS = 10_000;

/** The lender's wear data as JSON that cannot end the script element around it. */
function wearText(options: PortalOptions): () => Promise<string> {
  let kept: { readonly text: string; readonly untilMs: number } | null = null;
  return async () => {
    const nowMs = performance.now();
    if (kept === null || kept.untilMs < nowMs) {
      const text = JSON.stringify(await wearForPages(openShell(options)));
      kept = { text: text.replaceAll('<', '\\u003c'), untilMs: nowMs + WEAR_FRESH_MS };
    }
    return kept.text;
  };
}
