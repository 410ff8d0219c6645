import { pathArgument } from '../arguments.ts';
import type { DatabaseCommand, RequestOf } from '../command.ts';
import { sentenceOf } from '../sentence-of.ts';
import { terminal } from '../terminal.ts';

export const demo: DatabaseCommand<RequestOf<'demo'>> = {
  requests: ['demo'],
  declare: (program, send) => {
    program
      .command('demo')
      .description('make the demonstration portfolio in an empty database')
      .option('--write <folder>', 'only write its files, to look at', pathArgument)
      .action((options: { write?: string }) =>
        options.write === undefined ? send({ command: 'demo' }) : writeFiles(options.write),
      );
  },
  run: async (shell, _request, say) => (await import('./run-demo.ts')).runDemo(shell, say),
};

async function writeFiles(folder: string): Promise<void> {
  const { writeDemoFiles } = await import('../../demo/files/write-demo-files.ts');
  try {
    await writeDemoFiles(folder, terminal(process.stdout));
  } catch (error) {
    throw new Error(`${sentenceOf(error)}. Name a folder that can be written with --write.`);
  }
}
