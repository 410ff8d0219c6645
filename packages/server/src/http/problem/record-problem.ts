import type { FieldError, Problem, ProblemCode } from '@roadbook/api/problem';
import type { FastifyError, FastifyRequest } from 'fastify';
import { ProblemError } from '../../operation/problem-error.ts';
import { DatabaseAway } from '../../platform/database/database-away.ts';
import type { PortalOptions } from '../portal-options.ts';
import { faultForLog } from './fault-for-log.ts';
import { newReference, problemOf } from './problem-reply.ts';
import { whoAsked } from './who-asked.ts';

/**
 * The problem that an error comes to, however it is shown: it is logged, and its reference is kept
 * for whoever is told it on the telephone.
 */
export function recordProblem(
  { problems }: Pick<PortalOptions, 'problems'>,
  error: FastifyError | ProblemError,
  request: FastifyRequest,
): Problem {
  const reference = newReference();
  const problem = asProblem(error);
  logProblem(error, problem, reference, request);
  problems?.keep({
    reference,
    code: problem.code,
    route: request.routeOptions.url ?? '(none)',
    ...whoAsked(request),
  });
  return problemOf(problem.code, problem.facts, problem.errors, reference);
}

function logProblem(
  error: unknown,
  problem: ReturnType<typeof asProblem>,
  reference: string,
  request: FastifyRequest,
): void {
  if (problem.code === 'unexpected') {
    const route = request.routeOptions.url;
    request.log.error({ reference, route, fault: faultForLog(error) });
  } else if (problem.away !== undefined) {
    const { reason, code } = problem.away;
    request.log.warn({ reference, code: problem.code, database: reason, fault: code });
  } else {
    request.log.info({ reference, code: problem.code });
  }
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
function asProblem(error: FastifyError | ProblemError): {
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
