import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@roadbook/api/operation';
import type { Problem } from '@roadbook/api/problem';
import { ADDRESSES, type OperationId, type Operations } from './operations.ts';
import { ProblemError, unreachable, unreadable } from './problem-error.ts';

export type Response<Id extends OperationId> = ResponseOf<Operations[Id]>;

const listeners = new Set<() => void>();

/** Calls back whenever the server has answered well: the session goes on from there. */
export function onAnswer(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export type Part<Name extends string, Value> = [Value] extends [never]
  ? unknown
  : { readonly [key in Name]: Value };

export type KeyPart<O> = O extends { readonly idempotent: true }
  ? { readonly key: string }
  : unknown;

/** What a call needs: parameters, query, body and key exactly where the operation has them. */
export type Input<Id extends OperationId> = Part<'params', ParamsOf<Operations[Id]>> &
  Part<'query', QueryOf<Operations[Id]>> &
  Part<'body', BodyOf<Operations[Id]>> &
  KeyPart<Operations[Id]>;

export type AnyInput = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly key?: string;
};

/**
 * Calls an operation. Answers with its response, or throws a ProblemError that carries words, a
 * next step and a reference: also when the server cannot be reached or its answer cannot be read.
 */
export function call<Id extends OperationId>(
  id: Id,
  input: Input<Id>,
  signal?: AbortSignal,
): Promise<Response<Id>> {
  return sendTo(ADDRESSES[id], input as AnyInput, signal);
}

/** The same for an operation by its address: how each bundle's own table of them is called. */
export async function sendTo<T>(
  { method, path }: { readonly method: string; readonly path: string },
  given: AnyInput,
  signal?: AbortSignal,
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (given.body !== undefined) headers['content-type'] = 'application/json';
  if (given.key !== undefined) headers['idempotency-key'] = given.key;
  const request: RequestInit = { method, headers, credentials: 'same-origin' };
  if (given.body !== undefined) request.body = JSON.stringify(given.body);
  if (signal !== undefined) request.signal = signal;
  const answer = await fetch(urlOf(path, given), request).catch((fault: unknown) => {
    if (signal?.aborted === true) throw fault;
    throw unreachable();
  });
  return read(answer);
}

/** The address with its parameters and query filled in. */
export function urlOf(path: string, { params = {}, query = {} }: AnyInput): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

async function read<T>(answer: globalThis.Response): Promise<T> {
  const type = answer.headers.get('content-type') ?? '';
  const body: unknown = type.includes('json') ? await answer.json().catch(() => null) : null;
  if (answer.ok && (body !== null || answer.status === 204)) {
    for (const listener of listeners) listener();
    return body as T;
  }
  if (type.startsWith('application/problem+json') && body !== null) {
    throw new ProblemError(body as Problem);
  }
  throw unreadable(answer.status);
}
