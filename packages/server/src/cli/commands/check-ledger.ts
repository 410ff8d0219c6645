import type { DatabaseCommand, RequestOf } from '../command.ts';

export const checkLedger: DatabaseCommand<RequestOf<'check-ledger'>> = {
  requests: ['check-ledger'],
  declare: (program, send) => {
    program
      .command('check-ledger')
      .description('prove the ledger: chains, balances, directories, closed days')
      .action(() => send({ command: 'check-ledger' }));
  },
  run: async (shell, _request, say) =>
    (await import('./run-check-ledger.ts')).runCheckLedger(shell, say),
};
