import type { DatabaseCommand, RequestOf } from '../../command.ts';

export const rotateKeys: DatabaseCommand<RequestOf<'rotate-keys'>> = {
  requests: ['rotate-keys'],
  declare: (program, send) => {
    program
      .command('rotate-keys')
      .description('seal all personal data with a new key and retire the old one')
      .action(() => send({ command: 'rotate-keys' }));
  },
  run: async (shell, _request, say) =>
    (await import('./run-rotate-keys.ts')).runRotateKeys(shell, say),
};
