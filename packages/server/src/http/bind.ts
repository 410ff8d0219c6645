import type { BodyOf, Operation, ParamsOf, QueryOf, ResponseOf } from '@roadbook/api/operation';
import { plainRule } from '@roadbook/api/plain-rule';
import type { FieldError } from '@roadbook/api/problem';
import { IdempotencyKey } from '@roadbook/api/schema/basic';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Call } from '../operation/handler.ts';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { awayProblem, watchWrites } from './watch-call.ts';
import { inTurn, type WorkBudget } from './work-budget.ts';

/** The shell at the time of a request: routes are bound before the database is open. */
export type BoundShell = () => Shell;

/** What only this room may touch: the request as it came and the reply as it goes. */
export type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/**
 * A handler with what HTTP adds to it, a cookie or a file's name. An ordinary handler is one, and
 * does not look at the exchange.
 */
export type BoundHandler<O extends Operation, Caller> = (
  call: Call<O, Caller>,
  exchange: Exchange,
) => Promise<ResponseOf<O>>;

/** More faults than this help nobody. */
const FAULTS_MAX = 20;

/** Fields whose values never appear in an answer or a log. */
const SECRET = new RegExp(
  'password|accountNumber|routingNumber|holderName|ssn|dateOfBirth|login|contractNumber|zip|' +
    'email|\\bcode\\b|token|credential',
  'i',
);

/** What an operation without a query or a body of its own takes: nothing. */
const NOTHING = z.strictObject({});

/**
 * Binds an operation to its handler: reads params, query, key and body by the operation's schemas,
 * refuses with every field that is wrong, and sends what the handler returns.
 */
export function bind<O extends Operation, Caller>(
  app: FastifyInstance,
  shell: BoundShell,
  operation: O,
  callerOf: (request: FastifyRequest) => Caller,
  handler: BoundHandler<O, Caller>,
  budget: WorkBudget<Caller> | null = null,
): void {
  app.route({
    method: operation.method,
    url: operation.path,
    ...(budget === null
      ? {}
      : {
          onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
            reply.raw.once('close', budget.begin(callerOf(request), shell().clock()));
          },
        }),
    handler: async (request, reply) => {
      const faults: FieldError[] = [];
      const params = readPart(operation.params, request.params, 'path', faults);
      const query = readPart(operation.query ?? NOTHING, request.query, 'query', faults);
      const body = readPart(operation.body ?? NOTHING, request.body ?? {}, 'body', faults);
      const key = operation.idempotent === true ? readKey(request, faults) : '';
      if (faults.length > 0) throw new ProblemError('invalid-input', {}, faults);
      const { watched, hasWritten } = watchWrites(shell());
      const call = {
        shell: watched,
        caller: callerOf(request),
        params: params as ParamsOf<O>,
        query: query as QueryOf<O>,
        body: body as BodyOf<O>,
        key,
      };
      const work = () =>
        handler(call, { request, reply }).catch((error: unknown) => {
          throw awayProblem(error, operation.method === 'GET', hasWritten());
        });
      const answer = await (budget === null ? work() : inTurn(work));
      const type = operation.produces ?? 'application/json';
      return reply
        .code(operation.status)
        .type(`${type}; charset=utf-8`)
        .header('cache-control', 'no-store')
        .send(operation.produces === undefined ? JSON.stringify(answer) : answer);
    },
  });
}

/** Binds the operations of one audience, whose callers are found in one way. */
export function binderFor<Caller>(
  app: FastifyInstance,
  shell: BoundShell,
  callerOf: (request: FastifyRequest) => Caller,
) {
  return <O extends Operation>(
    operation: O,
    handler: BoundHandler<O, Caller>,
    budget: WorkBudget<Caller> | null = null,
  ): void => bind(app, shell, operation, callerOf, handler, budget);
}

function readKey(request: FastifyRequest, faults: FieldError[]): string {
  const header = request.headers['idempotency-key'];
  if (header === undefined) throw new ProblemError('key-missing');
  const parsed = IdempotencyKey.safeParse(header);
  if (parsed.success) return parsed.data;
  const value = shownValue({ header }, ['header']);
  faults.push({ field: 'header.Idempotency-Key', value, rule: '8 to 200 visible characters' });
  return '';
}

function readPart(
  schema: z.ZodType | undefined,
  value: unknown,
  part: string,
  faults: FieldError[],
): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value, { error: plainRule });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    for (const path of pathsOf(issue)) {
      const field = shortened([part, ...path.map(String)].join('.'));
      if (faults.length >= FAULTS_MAX || faults.some((each) => each.field === field)) continue;
      const isUnknown = issue.code === 'unrecognized_keys';
      const shown = isUnknown ? '(not shown)' : shownValue(value, path);
      faults.push({ field, value: shown, rule: issue.message });
    }
  }
  return undefined;
}

/** Each field that is not known is a fault of its own, under its own name. */
function pathsOf(issue: z.core.$ZodIssue): (readonly PropertyKey[])[] {
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => [...issue.path, key])
    : [issue.path];
}

/**
 * The value at a path as an answer may repeat it: never a secret, never long, and never the inside
 * of something that has parts, because one of them may be a secret.
 */
function shownValue(value: unknown, path: readonly PropertyKey[]): string {
  if (path.length === 0 || path.some((name) => SECRET.test(String(name)))) return '(not shown)';
  let at: unknown = value;
  for (const name of path) {
    at =
      typeof at === 'object' && at !== null
        ? (at as Record<PropertyKey, unknown>)[name]
        : undefined;
  }
  if (at === undefined) return '(missing)';
  if (at === '') return '(empty)';
  if (typeof at === 'object' && at !== null) return Array.isArray(at) ? '(a list)' : '(an object)';
  return shortened(String(at));
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
