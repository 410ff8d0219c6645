import type { DatabaseCommand, RequestOf } from '../../command.ts';

type AccessRequest = RequestOf<'access-close'> | RequestOf<'access-open'>;

export const access: DatabaseCommand<AccessRequest> = {
  requests: ['access-close', 'access-open'],
  declare: (program, send) => {
    const command = program
      .command('access')
      .description('keep a person out of the portal, or let them in again');
    command
      .command('close')
      .description('sign a person out everywhere and keep them out; no late fee falls meanwhile')
      .argument('<login>', 'user name or email')
      .requiredOption('--because <reason>', 'what it rests on, for the record')
      .action((login: string, { because }: { because: string }) =>
        send({ command: 'access-close', login, because }),
      );
    command
      .command('open')
      .description('lift everything that keeps a person out or slows them down')
      .argument('<login>', 'user name or email')
      .action((login: string) => send({ command: 'access-open', login }));
  },
  run: async (shell, request, say) => {
    const { runAccessClose, runAccessOpen } = await import('./run-access.ts');
    return request.command === 'access-close'
      ? runAccessClose(shell, request, say)
      : runAccessOpen(shell, request.login, say);
  },
};
