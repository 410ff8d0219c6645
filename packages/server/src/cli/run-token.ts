import type { Shell } from '../http/context.ts';
import { makeToken } from '../identity/api-token.ts';
import type { CommandRequest, Say } from './command-request.ts';

type TokenRequest = Extract<CommandRequest, { readonly command: 'token' }>;

/** Makes a bearer token. It stands alone on its line, so that a script can take it. */
export async function runToken(shell: Shell, request: TokenRequest, say: Say): Promise<number> {
  say.line(await makeToken(shell.store, request.audience, request.name, shell.clock()));
  return 0;
}
