import type { DatabaseCommand, RequestOf } from '../command.ts';

type CallBackRequest = RequestOf<'call-backs'> | RequestOf<'call-back-done'>;

export const callBacks: DatabaseCommand<CallBackRequest> = {
  requests: ['call-backs', 'call-back-done'],
  declare: (program, send) => {
    program
      .command('call-backs')
      .description('who asked to be called, longest waiting first')
      .action(() => send({ command: 'call-backs' }))
      .command('done')
      .description('mark a request as answered')
      .argument('<reference>', 'its reference from the list')
      .action((reference: string) => send({ command: 'call-back-done', reference }));
  },
  run: async (shell, request, say) => {
    const { runCallBackDone, runCallBacks } = await import('./run-call-backs.ts');
    return request.command === 'call-backs'
      ? runCallBacks(shell, say)
      : runCallBackDone(shell, request.reference, say);
  },
};
