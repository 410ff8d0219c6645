import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { Option } from 'commander';
import { dateArgument, pathArgument } from '../arguments.ts';
import type { DatabaseCommand, RequestOf } from '../command.ts';

export const board: DatabaseCommand<RequestOf<'board'>> = {
  requests: ['board'],
  declare: (program, send) => {
    program
      .command('board')
      .description('board a loan or lease file (EX-102 XML or CSV)')
      .argument('[file]', 'the EX-102 file (.xml) or contracts file (.csv)', pathArgument)
      .option(
        '--parties <csv>',
        'names, addresses, VINs by contract; also without a file',
        pathArgument,
      )
      .option('--as-of <date>', 'the cut-off, instead of the file’s own', dateArgument)
      .option('--rejects <file>', 'where to write what was not taken', pathArgument)
      .option('--deal <name>', 'the deal the asset numbers belong to; else the file’s name')
      .addOption(
        new Option('--rates <form>', 'how the rates are written: 6.49 or 0.0649').choices([
          'percent',
          'fraction',
        ]),
      )
      .option('--old-file', 'board it although its cut-off is long ago')
      .action((file: string | undefined, options: Record<string, string | true>) =>
        send({
          command: 'board',
          file: file ?? null,
          parties: textOf(options.parties),
          asOf: (options.asOf as BusinessDate | undefined) ?? null,
          rejects: textOf(options.rejects),
          deal: textOf(options.deal),
          rates: (options.rates as 'percent' | 'fraction' | undefined) ?? null,
          isOldFile: options.oldFile === true,
        }),
      );
  },
  run: async (shell, request, say) =>
    (await import('./run-board.ts')).runBoard(shell, request, say),
};

function textOf(option: string | true | undefined): string | null {
  return typeof option === 'string' ? option : null;
}
