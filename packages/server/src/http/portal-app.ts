import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { FieldError, ProblemCode } from '@roadbook/api/problem';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
} from 'fastify';
import { registerApi } from './api-routes.ts';
import { registerPages } from './pages.ts';
import type { PortalOptions } from './portal-options.ts';
import { newReference, ProblemError, problemOf, sendProblem } from './problem-reply.ts';

const BODY_BYTES_MAX = 64 * 1024;

/** The server that customers, integrators and their browsers talk to. */
export async function createPortalApp(options: PortalOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: 30_000,
    trustProxy: options.trustProxy,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(options.isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.isHttps ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    // With "no-referrer" browsers send Origin: null on form posts, and the origin check needs it.
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(cookie);
  refuseWhileStarting(app, options);
  reportErrors(app);
  logRequests(app);
  registerHealth(app, options);
  await registerApi(app, options);
  await registerPages(app, options);
  return app;
}

function refuseWhileStarting(app: FastifyInstance, { shell }: PortalOptions): void {
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/health/')) return;
    if (shell() === null) throw new ProblemError('starting');
  });
}

function registerHealth(app: FastifyInstance, { shell }: PortalOptions): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const open = shell();
    if (open === null) return reply.code(503).send({ status: 'starting' });
    try {
      await open.store.query('select 1 as one');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'database-unreachable' });
    }
  });
}

/** One line a request, without personal data: the route's pattern, never the address itself. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}

function reportErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const reference = newReference();
    const problem = asProblem(error);
    if (problem.code === 'unexpected') {
      request.log.error({ reference, route: request.routeOptions.url, err: error });
    } else {
      request.log.info({ reference, code: problem.code });
    }
    return sendProblem(reply, problemOf(problem.code, problem.facts, problem.errors, reference));
  });
}

const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-not-read',
};

/** Errors of the framework that a client caused become problems; the rest is our fault. */
function asProblem(error: FastifyError): {
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
} {
  if (error instanceof ProblemError) return error;
  const code = FASTIFY_CODES[error.code];
  if (code !== undefined) return { code, facts: {}, errors: [] };
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    const rule = error.code === undefined ? 'well-formed JSON' : 'a well-formed request';
    const errors = [{ field: 'body', value: '(not shown)', rule }];
    return { code: 'invalid-input', facts: {}, errors };
  }
  return { code: 'unexpected', facts: {}, errors: [] };
}
