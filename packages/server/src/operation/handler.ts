import type { BodyOf, Operation, ParamsOf, QueryOf, ResponseOf } from '@roadbook/api/operation';
import type { Shell } from './shell.ts';

/** What a handler gets: the shell, the caller, and input that was read and found good. */
export type Call<O extends Operation, Caller> = {
  readonly shell: Shell;
  readonly caller: Caller;
  readonly params: ParamsOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  /** The idempotency key; empty on operations that take none. */
  readonly key: string;
};

/** Does one operation. It knows nothing of HTTP: `http/` reads the request and sends the answer. */
export type Handler<O extends Operation, Caller> = (
  call: Call<O, Caller>,
) => Promise<ResponseOf<O>>;
