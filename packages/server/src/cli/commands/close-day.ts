import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { dateArgument } from '../arguments.ts';
import type { DatabaseCommand, RequestOf } from '../command.ts';

export const closeDay: DatabaseCommand<RequestOf<'close-day'>> = {
  requests: ['close-day'],
  declare: (program, send) => {
    program
      .command('close-day')
      .description('close the open business day, if it is over or is today')
      .option('--through <date>', 'close every day through this one', dateArgument)
      .action((options: { through?: BusinessDate }) =>
        send({ command: 'close-day', through: options.through ?? null }),
      );
  },
  run: async (shell, { through }, say) =>
    (await import('./run-close-day.ts')).runCloseDay(shell, through, say),
};
