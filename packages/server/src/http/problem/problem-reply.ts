import { randomBytes } from 'node:crypto';
import {
  type FieldError,
  fillFacts,
  PROBLEMS,
  type Problem,
  type ProblemCode,
} from '@roadbook/api/problem';
import type { FastifyReply } from 'fastify';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that a person can read out on the telephone: RB-7F3K-9Q2M. */
export function newReference(): string {
  const letters = [...randomBytes(8)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `RB-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The problem document of a code (RFC 9457). */
export function problemOf(
  code: ProblemCode,
  facts: Readonly<Record<string, string>>,
  errors: readonly FieldError[],
  reference: string,
): Problem {
  const row = PROBLEMS[code];
  return {
    type: `/problems/${code}`,
    title: row.title,
    status: row.status,
    code,
    detail: fillFacts(row.cause, facts),
    next: fillFacts(row.next, facts),
    reference,
    facts,
    errors,
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 429 && problem.facts.seconds !== undefined) {
    reply.header('retry-after', problem.facts.seconds);
  }
  if (problem.status === 503) reply.header('retry-after', '2');
  if (problem.code === 'token-refused') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
