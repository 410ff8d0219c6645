import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { codeArgument, dateArgument, pathArgument, versionArgument } from '../arguments.ts';
import type { DatabaseCommand, RequestOf } from '../command.ts';

/** Two groups of commands alike: `guide` and `charges`. */
export const wearData: DatabaseCommand<RequestOf<'wear-data'>> = {
  requests: ['wear-data'],
  declare: (program, send) => {
    for (const [data, noun] of [
      ['guide', 'guides to wear'],
      ['charges', 'tables of wear charges'],
    ] as const) {
      const group = program.command(data).description(`import, list and export ${noun}`);
      group
        .command('import')
        .description('take a CSV file in; a file with a mistake changes nothing')
        .argument('<file>', 'the CSV file', pathArgument)
        .option('--as <id>', 'the id to take it in under, instead of the file’s own', codeArgument)
        .option(
          '--effective <date>',
          'from when it counts, instead of the file’s own',
          dateArgument,
        )
        .action((file: string, options: { as?: string; effective?: BusinessDate }) => {
          const { as = null, effective = null } = options;
          const action = { what: 'import', file, as, effective } as const;
          return send({ command: 'wear-data', data, action });
        });
      group
        .command('list')
        .description('every version, and which are in force')
        .action(() => send({ command: 'wear-data', data, action: { what: 'list' } }));
      group
        .command('export')
        .description('print one as the CSV that an import reads')
        .argument('<id>', 'which one', codeArgument)
        .option('--version <n>', 'a version, instead of the one in force', versionArgument)
        .action((id: string, options: { version?: number }) => {
          const action = { what: 'export', id, version: options.version ?? null } as const;
          return send({ command: 'wear-data', data, action });
        });
    }
  },
  run: async (shell, request, say) =>
    (await import('./run-wear-data.ts')).runWearData(shell, request, say),
};
