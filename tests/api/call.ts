/** Calls an operation by its name and holds the answer to what its value promises. */
import type { Operation } from '@roadbook/api/operation';
import { OPERATIONS } from '@roadbook/api/operations/all';
import type { Problem, ProblemCode } from '@roadbook/api/problem';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { checkProblem } from './check-problem.ts';
import { documentedCodes } from './document.ts';
import type { TestPortal } from './test-portal.ts';

export type Input = {
  readonly cookie?: string;
  readonly token?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The audiences that are bound on the desk's port. */
export const DESK_AUDIENCES: readonly string[] = ['desk-guest', 'staff'];

export function operationOf(id: string): Operation {
  const operation = OPERATIONS.find((each) => each.id === id);
  if (operation === undefined) throw new Error(`there is no operation ${id}`);
  return operation;
}

/** Sends an operation as a client would, whatever comes back. */
export function send(
  portal: TestPortal,
  id: string,
  input: Input = {},
): Promise<LightMyRequestResponse> {
  const { method, path, audience } = operationOf(id);
  const { params = {}, query = {}, cookie, token, key, body } = input;
  const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const app = DESK_AUDIENCES.includes(audience) ? portal.desk : portal.app;
  return app.inject({
    method,
    url,
    query: { ...query },
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...input.headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
}

/** Calls an operation that must do: its status and its response, nothing more and nothing less. */
export async function call<T = Record<string, never>>(
  portal: TestPortal,
  id: string,
  input: Input = {},
): Promise<T> {
  const answer = await send(portal, id, input);
  const { status, response, produces = 'application/json' } = operationOf(id);
  expect(answer.statusCode, answer.body).toBe(status);
  expect(answer.headers['content-type']).toBe(`${produces}; charset=utf-8`);
  expect(answer.headers['cache-control']).toBe('no-store');
  const body = (produces === 'application/json' ? answer.json() : answer.body) as T;
  // A field that the schema does not know would be dropped by the parse, so it cannot slip out.
  expect(response.parse(body)).toEqual(body);
  return body;
}

/** Calls an operation that must be refused with a problem its document names. */
export async function refused(
  portal: TestPortal,
  id: string,
  code: ProblemCode,
  input: Input = {},
): Promise<Problem> {
  const answer = await send(portal, id, input);
  const problem = checkProblem(answer);
  expect(problem.code, answer.body).toBe(code);
  expect(documentedCodes(id)).toContain(code);
  return problem;
}

/** Refused, and nothing anywhere is more or less than before. */
export async function refusedWithoutTrace(
  portal: TestPortal,
  id: string,
  code: ProblemCode,
  input: Input,
): Promise<Problem> {
  const before = await portal.countRows();
  const problem = await refused(portal, id, code, input);
  expect(await portal.countRows()).toEqual(before);
  return problem;
}
