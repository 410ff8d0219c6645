import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { answerClientError } from './client-error.ts';
import { refuseWhileAway, registerHealth } from './health.ts';
import type { PortalOptions } from './portal-options.ts';
import { sendProblem } from './problem/problem-reply.ts';
import { recordProblem } from './problem/record-problem.ts';
import { addressOf, checkHost } from './public-address.ts';
import { limitRequests, SERVER_LIMITS } from './request-limits.ts';
import { registerSecurityHeaders } from './security-headers.ts';

const BODY_BYTES_MAX = 64 * 1024;

/**
 * What the servers of portal and desk have alike: limits, headers, the check of the host, health,
 * problems and the log. Each adds its own audiences and pages.
 */
export async function createBaseApp(options: PortalOptions): Promise<FastifyInstance> {
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
    frameworkErrors: answerError(options),
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
  app.setErrorHandler(answerError(options));
  logRequests(app);
  registerHealth(app, options);
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

/** Answers with the problem as JSON. */
function answerError(options: PortalOptions) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    sendProblem(reply, recordProblem(options, error, request));
  };
}
