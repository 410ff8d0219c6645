/** A statement that is sent often: named, so that PostgreSQL prepares it once per connection. */
export type Statement = { readonly name: string; readonly text: string };

export type Queryable = {
  /** Rows of a statement. Values are parsed the same on both engines (see `value-parsers.ts`). */
  query<R>(statement: Statement | string, values?: readonly unknown[]): Promise<R[]>;
};

/**
 * The seam between the shell and its database. A plain `query` commits by itself; inside a
 * `transaction` only the given `tx` may be used: on the embedded engine anything else waits
 * forever. A database that is away, full or slow rejects with `DatabaseAway`.
 */
export type Store = Queryable & {
  readonly engine: 'embedded' | 'postgresql';
  /**
   * The same database for work that no person waits for: the close, boarding, the proof. Its
   * statements may take minutes where those of the store itself are given up after seconds.
   */
  readonly patient: Store;
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Runs a script of several statements without values: migrations only. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
};

export function statement(name: string, text: string): Statement {
  return { name, text };
}

/**
 * The SQLSTATE of a database error, or null when it is not one. No SQLSTATE begins with E, and the
 * codes of the operating system do: EPIPE has five letters too.
 */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' && /^(?!E)[0-9A-Z]{5}$/.test(error.code)
    ? error.code
    : null;
}

/** The constraint that a database error is about, or null. */
export function constraintOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return null;
  return typeof error.constraint === 'string' ? error.constraint : null;
}

/** Errors after which the same statements may simply be sent again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}
