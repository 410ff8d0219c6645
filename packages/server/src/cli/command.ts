import type { Command } from 'commander';
import type { Shell } from '../operation/shell.ts';
import type { CommandRequest, Say } from './command-request.ts';

/**
 * A command that needs the database. It declares its words and options, and it runs in the process
 * that has the database open: `send` takes the request there.
 */
export type DatabaseCommand<Request extends CommandRequest = CommandRequest> = {
  /** The requests that it runs. */
  readonly requests: readonly Request['command'][];
  declare(program: Command, send: (request: Request) => Promise<void>): void;
  /** Runs a request and returns the exit code. It loads what it needs only now. */
  run(shell: Shell, request: Request, say: Say): Promise<number>;
};

/** One kind of request, by its name. */
export type RequestOf<Name extends CommandRequest['command']> = Extract<
  CommandRequest,
  { readonly command: Name }
>;
