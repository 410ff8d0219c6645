import { type Command, Option } from 'commander';
import type { DatabaseCommand, RequestOf } from '../command.ts';

export const token: DatabaseCommand<RequestOf<'token' | 'token-list' | 'token-revoke'>> = {
  requests: ['token', 'token-list', 'token-revoke'],
  declare: (program, send) => {
    const group = program
      .command('token')
      .description('make a bearer token for another system; it is shown once')
      .addOption(
        new Option('--audience <audience>', 'who will use it (required)').choices(['integrator']),
      )
      .option('--name <name>', 'what to call it', 'unnamed')
      .action((options: { audience?: 'integrator'; name: string }, command: Command) => {
        const { audience, name } = options;
        // Mandatory for this command only: commander would ask for it before "list" as well.
        if (audience === undefined) {
          return command.error("error: required option '--audience <audience>' not specified");
        }
        return send({ command: 'token', audience, name });
      });
    group
      .command('list')
      .description('every token that was made, never the token itself')
      .action(() => send({ command: 'token-list' }));
    group
      .command('revoke')
      .description('revoke a token: it is refused at once')
      .argument('<name-or-id>', 'its name, or its id from the list')
      .action((which: string) => send({ command: 'token-revoke', which }));
  },
  run: async (shell, request, say) => {
    const { runToken, runTokenList, runTokenRevoke } = await import('./run-token.ts');
    if (request.command === 'token-list') return runTokenList(shell, say);
    if (request.command === 'token-revoke') return runTokenRevoke(shell, request, say);
    return runToken(shell, request, say);
  },
};
