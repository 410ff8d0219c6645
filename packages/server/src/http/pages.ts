import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { wearForPages } from '../lease-end/wear-data/wear-for-pages.ts';
import type { Brand } from '../lender/lender.ts';
import { ProblemError } from '../operation/problem-error.ts';
import { openSignedIn } from '../people/answer-session.ts';
import { openShell } from './open-shell.ts';
import { checkOrigin } from './origin-check.ts';
import type { PortalOptions } from './portal-options.ts';
import { addressOf } from './public-address.ts';
import { deviceCookie, sessionToken, setDeviceCookie, setSessionCookie } from './session-cookie.ts';

const PAGES = {
  home: 'index.html',
  signIn: 'sign-in.html',
  refused: 'sign-in.refused.html',
  throttled: 'sign-in.throttled.html',
  sessionEnded: 'sign-in.session-ended.html',
  signedOut: 'sign-in.signed-out.html',
  app: 'app.html',
  leaseEnd: 'lease-end.html',
  leaseEndAsk: 'lease-end.ask.html',
  leaseEndPlan: 'lease-end.plan.html',
  leaseEndWalk: 'lease-end.walk.html',
} as const;

type PageName = keyof typeof PAGES;

/** Why somebody is at the sign-in page again, and the page that says so without script. */
const SIGN_IN_PAGES: ReadonlyMap<string, PageName> = new Map([
  ['sign-in-refused', 'refused'],
  ['too-many-attempts', 'throttled'],
  ['session-ended', 'sessionEnded'],
  ['signed-out', 'signedOut'],
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

/** Pages and scripts are compressed as they are sent: quality 4 costs little and saves most. */
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

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
  const pages = new Map<PageName, string>();
  for (const [name, file] of Object.entries(PAGES) as [PageName, string][]) {
    pages.set(name, await readFile(join(folder, file), 'utf8'));
  }
  const send = (
    reply: FastifyReply,
    name: PageName,
    status = 200,
    fill: (html: string) => string = (html) => html,
  ): FastifyReply => {
    const brand = options.shell()?.lender.brand;
    if (brand === undefined) throw new ProblemError('starting');
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(fill(withBrand(pages.get(name) ?? '', brand)));
  };
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1_024,
    brotliOptions: FAST,
  });
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const isHashed = /[/\\]assets[/\\]/.test(path);
      response.setHeader(
        'cache-control',
        isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      );
    },
    globIgnore: ['**/*.html'],
    wildcard: false,
  });
  app.get('/', async (_request, reply) => send(reply, 'home'));
  app.get<{ Querystring: { problem?: string } }>('/sign-in', async (request, reply) => {
    return send(reply, SIGN_IN_PAGES.get(request.query.problem ?? '') ?? 'signIn');
  });
  registerForm(app, options);
  registerBrand(app, options);
  for (const url of ['/contracts', '/contracts/*', '/payment-methods', '/payment-methods/*']) {
    app.get(url, async (_request, reply) => send(reply, 'app'));
  }
  const wear = wearText(options);
  for (const [url, name] of Object.entries(PLANNER_PAGES)) {
    app.get(url, async (_request, reply) => {
      const text = await wear();
      return send(reply, name, 200, (html) => html.replace(WEAR_MARKER, () => text));
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('html');
    if (!wantsPage || request.url.startsWith('/api/')) throw new ProblemError('not-found');
    return send(reply, 'app', 404);
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

/** Sign-in without script: a form, and a redirect either way. */
function registerForm(app: FastifyInstance, options: PortalOptions): void {
  const { shell, isHttps } = options;
  const address = addressOf(options);
  app.register(async (plugin) => {
    plugin.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 4_096 },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    plugin.addHook('onRequest', async (request) => checkOrigin(request, address));
    plugin.post('/sign-in', async (request, reply) => {
      const open = shell();
      if (open === null) throw new ProblemError('starting');
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      const login = (form.get('login') ?? '').slice(0, 200);
      const password = (form.get('password') ?? '').slice(0, 200);
      const earlierToken = sessionToken(request, isHttps);
      const device = deviceCookie(request, isHttps);
      const attempt = { login, password, network: request.ip, earlierToken, device };
      try {
        const signedIn = await openSignedIn(open, attempt);
        setSessionCookie(reply, signedIn, isHttps);
        setDeviceCookie(reply, signedIn.device, isHttps);
        return reply.redirect('/contracts', 303);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return reply.redirect(`/sign-in?problem=${error.code}`, 303);
      }
    });
  });
}

function registerBrand(app: FastifyInstance, { shell }: PortalOptions): void {
  app.get('/brand.json', async (_request, reply) => {
    const open = shell();
    if (open === null) throw new ProblemError('starting');
    return reply
      .header('cache-control', 'public, max-age=60')
      .send({ ...open.lender.brand, cutOff: open.lender.cutOff });
  });
  // The planner on a phone's home screen bears the lender's name, and opens at its own address.
  app.get('/lease-end.webmanifest', async (_request, reply) => {
    const brand = shell()?.lender.brand;
    if (brand === undefined) throw new ProblemError('starting');
    return reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send({
        id: '/lease-end',
        name: brand.name,
        short_name: brand.shortName,
        start_url: '/lease-end',
        scope: '/lease-end',
        display: 'standalone',
        background_color: '#f8f7f4',
        theme_color: brand.accent.light,
        icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      });
  });
  app.get('/brand.css', async (_request, reply) => {
    const accent = shell()?.lender.brand.accent;
    if (accent === undefined) throw new ProblemError('starting');
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send(`:root{--brand-accent-light:${accent.light};--brand-accent-dark:${accent.dark}}`);
  });
}

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (each) => HTML[each] ?? each);
}

/** Puts the lender into a prerendered page: the markers are `{{brand.name}}` and its like. */
export function withBrand(html: string, brand: Brand): string {
  const values: Record<string, string> = {
    name: brand.name,
    shortName: brand.shortName,
    phone: brand.phone.number,
    phoneHref: `tel:+1${brand.phone.number.replace(/\D/g, '')}`,
    hours: brand.phone.hours,
    email: brand.email,
    legal: brand.legal,
    addressRegular: brand.addresses.regular.join('\n'),
    addressOvernight: brand.addresses.overnight.join('\n'),
    addressPayoff: brand.addresses.payoff.join('\n'),
  };
  return html.replace(/\{\{brand\.(\w+)\}\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : escapeHtml(values[name]),
  );
}
