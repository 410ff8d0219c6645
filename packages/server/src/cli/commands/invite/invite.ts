import { readSettings } from '../../../serve/settings.ts';
import { pathArgument } from '../../arguments.ts';
import type { DatabaseCommand, RequestOf } from '../../command.ts';

type Options = {
  readonly contract: readonly string[];
  readonly out: string;
  readonly again: boolean;
};

/** Letters with a code, for people who have no account yet. */
export const invite: DatabaseCommand<RequestOf<'invite'>> = {
  requests: ['invite'],
  declare: (program, send) => {
    program
      .command('invite')
      .description('letters as a PDF: one page with a code for everybody without an account')
      .option('--contract <number...>', 'only the people of these contracts', [])
      .option('--out <file>', 'the PDF to write', pathArgument, pathArgument('invitations.pdf'))
      .option('--again', 'also for those whose last letter still counts; it then ends', false)
      .action(({ contract, out, again }: Options) =>
        send({
          command: 'invite',
          numbers: contract,
          out,
          again,
          publicUrl: readSettings(process.env).publicUrl,
        }),
      );
  },
  run: async (shell, request, say) => {
    const { runInvite } = await import('./run-invite.ts');
    return runInvite(shell, request, say);
  },
};
