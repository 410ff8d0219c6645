import type { Shell } from '../../operation/shell.ts';
import { type ListedToken, listTokens, revokeToken } from '../../people/api-token.sql.ts';
import { makeToken, tokenId } from '../../people/api-token.ts';
import type { CommandRequest, Say } from '../command-request.ts';
import { ALL_DONE, NOTHING_DONE } from '../exit-codes.ts';

type TokenRequest = Extract<CommandRequest, { readonly command: 'token' }>;
type RevokeRequest = Extract<CommandRequest, { readonly command: 'token-revoke' }>;

/** Makes a bearer token. It stands alone on its line, so that a script can take it. */
export async function runToken(shell: Shell, request: TokenRequest, say: Say): Promise<number> {
  say.line(await makeToken(shell.store, request.audience, request.name, shell.clock()));
  return ALL_DONE;
}

/** Lists every token that was made, never the token itself. */
export async function runTokenList(shell: Shell, say: Say): Promise<number> {
  const tokens = await listTokens(shell.store);
  for (const token of tokens) say.line(describe(token));
  if (tokens.length === 0) say.line('No token has been made yet.');
  return ALL_DONE;
}

/**
 * Revokes one token, named by its name, its id or itself: from then on it opens nothing. Nothing
 * is done when the name fits none, or several that are still good: the wrong one would be missed.
 */
export async function runTokenRevoke(
  { store, clock }: Shell,
  { which }: RevokeRequest,
  say: Say,
): Promise<number> {
  const tokens = await listTokens(store);
  // A token that was found where it should not be is looked up by its hash and never said again.
  const asked = which.startsWith('rb_') ? tokenId(which) : which;
  const byId = tokens.filter(({ id }) => id === asked);
  const fitting = byId.length > 0 ? byId : tokens.filter(({ name }) => name === asked);
  const good = fitting.filter(({ revoked_at }) => revoked_at === null);
  const [token] = good;
  if (fitting.length === 0) {
    say.line(`There is no token ${asked}. See which there are with: token list`);
    return NOTHING_DONE;
  }
  if (good.length > 1) {
    say.line(`${good.length} tokens are called ${asked}. Nothing was revoked. Name one by its id:`);
    for (const each of good) say.line(`  ${describe(each)}`);
    return NOTHING_DONE;
  }
  if (token === undefined || !(await revokeToken(store, token.id, clock()))) {
    say.line(`${asked} was revoked before. Nothing was changed.`);
    return ALL_DONE;
  }
  say.line(`Revoked: ${token.id}  ${token.name}. Whoever shows it is refused from now on.`);
  return ALL_DONE;
}

function describe({ id, name, audience, created_at, revoked_at }: ListedToken): string {
  const state = revoked_at === null ? '' : `  revoked ${secondOf(revoked_at)}`;
  return `${id}  ${name}  ${audience}  made ${secondOf(created_at)}${state}`;
}

function secondOf(timestamp: string): string {
  return `${new Date(timestamp).toISOString().slice(0, 19)}Z`;
}
