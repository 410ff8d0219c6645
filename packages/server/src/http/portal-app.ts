import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FieldError, ProblemCode } from '@roadbook/api/problem';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { ProblemError } from '../operation/problem-error.ts';
import { DatabaseAway } from '../platform/database/database-away.ts';
import { answerClientError } from './client-error.ts';
import { registerDemoMailbox } from './demo-mailbox/register-demo-mailbox.ts';
import { faultForLog } from './fault-for-log.ts';
import { refuseWhileAway, registerHealth } from './health.ts';
import { registerPages } from './pages.ts';
import type { PortalOptions } from './portal-options.ts';
import { newReference, problemOf, sendProblem } from './problem-reply.ts';
import { addressOf, checkHost } from './public-address.ts';
import { registerApi } from './register-api.ts';
import { limitRequests, SERVER_LIMITS } from './request-limits.ts';
import { registerSecurityHeaders } from './security-headers.ts';

const BODY_BYTES_MAX = 64 * 1024;

/** The server that customers, integrators and their browsers talk to. */
export async function createPortalApp(options: PortalOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    ...SERVER_LIMITS,
    // One proxy, the nearest: what stands further left in X-Forwarded-For anybody can write.
    trustProxy: options.trustProxy ? (_address, hop) => hop < 1 : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    // What comes while it stops is refused by a problem of ours.
    return503OnClosing: false,
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError,
  });
  await registerSecurityHeaders(app, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
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
  // Any site may make a browser post plain text without asking first; nothing here reads it.
  app.removeContentTypeParser('text/plain');
  limitRequests(app);
  const address = addressOf(options);
  app.addHook('onRequest', async (request) => checkHost(request, address));
  refuseWhileAway(app, options);
  app.setErrorHandler(answerError);
  logRequests(app);
  registerHealth(app, options);
  await registerApi(app, options);
  await registerDemoMailbox(app, options);
  await registerPages(app, options);
  return app;
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

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const reference = newReference();
  const problem = asProblem(error);
  if (problem.code === 'unexpected') {
    const route = request.routeOptions.url;
    request.log.error({ reference, route, fault: faultForLog(error) });
  } else if (problem.away !== undefined) {
    const { reason, code } = problem.away;
    request.log.warn({ reference, code: problem.code, database: reason, fault: code });
  } else {
    request.log.info({ reference, code: problem.code });
  }
  sendProblem(reply, problemOf(problem.code, problem.facts, problem.errors, reference));
}

const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-not-read',
};

/** The field and the rule of what the framework could not read. */
const FASTIFY_FAULTS: Readonly<Record<string, readonly [field: string, rule: string]>> = {
  FST_ERR_BAD_URL: ['path', 'an address whose percent signs are followed by two hex digits'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['body', 'JSON, or no Content-Type where there is no body'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['header.Content-Length', 'the length of the body in bytes'],
};

/** Errors of the framework that a client caused become problems; the rest is our fault. */
function asProblem(error: FastifyError): {
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly away?: DatabaseAway;
} {
  if (error instanceof DatabaseAway) {
    return { code: 'database-away', facts: {}, errors: [], away: error };
  }
  if (error instanceof ProblemError) {
    const { code, facts, errors, cause } = error;
    return { code, facts, errors, ...(cause instanceof DatabaseAway ? { away: cause } : {}) };
  }
  const code = FASTIFY_CODES[error.code];
  if (code !== undefined) return { code, facts: {}, errors: [] };
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    const [field, rule] = FASTIFY_FAULTS[error.code ?? ''] ?? ['body', 'well-formed JSON'];
    const errors = [{ field, value: '(not shown)', rule }];
    return { code: 'invalid-input', facts: {}, errors };
  }
  return { code: 'unexpected', facts: {}, errors: [] };
}
