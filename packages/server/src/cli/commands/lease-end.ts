import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { dateArgument } from '../arguments.ts';
import type { DatabaseCommand, RequestOf } from '../command.ts';

export const leaseEnd: DatabaseCommand<RequestOf<'lease-end'>> = {
  requests: ['lease-end'],
  declare: (program, send) => {
    program
      .command('lease-end')
      .description('the ways out of a lease, with their lines, and what its people saved')
      .argument('<contract-number>', 'the number on the contract')
      .option('--on <date>', 'the day of leaving, instead of the scheduled end', dateArgument)
      .action((number: string, options: { on?: BusinessDate }) =>
        send({ command: 'lease-end', number, on: options.on ?? null }),
      );
  },
  run: async (shell, request, say) =>
    (await import('./run-lease-end.ts')).runLeaseEnd(shell, request, say),
};
