import type { Permission } from '@roadbook/domain/person/staff-role';
import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

/**
 * Who may call an operation. Each is a separate plugin of the server with its own authentication.
 * `desk-guest` and `staff` are bound on the desk's port and nowhere else, the others on the
 * portal's. Dealers and inspectors are staff with a role that allows less.
 */
export type Audience = 'public' | 'customer' | 'integrator' | 'desk-guest' | 'staff';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One operation as a value: the server binds it, the browser calls it typed, OpenAPI is printed
 * from it. Without an audience it does not compile, nor one of staff without the permission that
 * it needs.
 */
export type Operation = Described & (ForStaff | ForOthers);

type ForStaff = { readonly audience: 'staff'; readonly permission: Permission };
type ForOthers = { readonly audience: Exclude<Audience, 'staff'>; readonly permission?: never };

type Described = {
  readonly id: string;
  readonly method: Method;
  /** With `:name` for parameters. */
  readonly path: `/api/v1/${string}`;
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodType;
  /** Without it an address takes no query at all: what nobody reads is refused, not ignored. */
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 202 | 204;
  /** What the answer is; JSON where it is left out. */
  readonly produces?: 'text/csv' | 'text/html' | 'text/calendar';
  readonly response: z.ZodType;
  /** The command writes: it needs an Idempotency-Key, and the same key gives the same answer. */
  readonly idempotent?: true;
  /** The problems a caller has to expect beyond bad input and missing authentication. */
  readonly problems: readonly ProblemCode[];
};

/** Declares an operation, keeping its exact types. */
export function operation<const O extends Operation>(declared: O): O {
  return declared;
}

type Of<O, K extends string> = O extends Record<K, infer S extends z.ZodType> ? z.output<S> : never;

/** Types for callers and handlers, taken from the value. */
export type ParamsOf<O extends Operation> = Of<O, 'params'>;
export type QueryOf<O extends Operation> = Of<O, 'query'>;
export type BodyOf<O extends Operation> = Of<O, 'body'>;
export type ResponseOf<O extends Operation> = z.output<O['response']>;
