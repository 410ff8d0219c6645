import { resolve } from 'node:path';
import { type BusinessDate, parseDate } from '@roadbook/domain/time/calendar';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { CommandRequest } from './cli/command-request.ts';
import { refuseCommands, sendCommand } from './cli/command-socket.ts';
import { runCommand } from './cli/commands.ts';
import { sentenceOf } from './cli/sentence-of.ts';
import { terminal } from './cli/terminal.ts';
import { connectToHolder } from './platform/data-folder/embedded-folder.ts';
import { openInstallation } from './serve/installation.ts';
import { readSettings } from './serve/settings.ts';

const caller = process.env.INIT_CWD ?? process.cwd();

function dateArgument(text: string): BusinessDate {
  const on = parseDate(text);
  if (on === null) throw new InvalidArgumentError('not a date that exists, written YYYY-MM-DD');
  return on;
}

function codeArgument(text: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 60) return text;
  throw new InvalidArgumentError('a code of small letters, digits and hyphens');
}

function versionArgument(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number.parseInt(text, 10);
  throw new InvalidArgumentError('a whole number from 1');
}

function pathArgument(text: string): string {
  return resolve(caller, text);
}

/**
 * Runs a command where the database is: in the server that has the embedded folder open, else here.
 */
async function run(request: CommandRequest): Promise<void> {
  const settings = readSettings(process.env);
  const say = terminal(process.stdout);
  const socket = settings.databaseUrl === null ? await connectToHolder(settings.dataFolder) : null;
  if (socket !== null) {
    process.exitCode = await sendCommand(socket, request, say);
  } else {
    const installation = await openInstallation(settings);
    if (installation.holder !== null) refuseCommands(installation.holder);
    try {
      process.exitCode = await runCommand(installation, request, say);
    } finally {
      await installation.close();
    }
  }
  say.done();
}

const program = new Command('roadbook')
  .description(
    'Services auto loans and leases, from the first payment to the day the keys go back.',
  )
  .showHelpAfterError();

program
  .command('serve')
  .description('run the server')
  .action(async () => {
    const { serve } = await import('./serve/serve.ts');
    await serve(readSettings(process.env));
  });

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
  .action((file: string | undefined, options: Record<string, string>) =>
    run({
      command: 'board',
      file: file ?? null,
      parties: options.parties ?? null,
      asOf: (options.asOf as BusinessDate | undefined) ?? null,
      rejects: options.rejects ?? null,
      deal: options.deal ?? null,
    }),
  );

program
  .command('check-ledger')
  .description('prove the ledger: chains, balances, directories, closed days')
  .action(() => run({ command: 'check-ledger' }));

program
  .command('close-day')
  .description('close the open business day, if it is over or is today')
  .option('--through <date>', 'close every day through this one', dateArgument)
  .action((options: { through?: BusinessDate }) =>
    run({ command: 'close-day', through: options.through ?? null }),
  );

const token = program
  .command('token')
  .description('make a bearer token for another system; it is shown once')
  .addOption(
    new Option('--audience <audience>', 'who will use it (required)').choices(['integrator']),
  )
  .option('--name <name>', 'what to call it', 'unnamed')
  .action((options: { audience?: 'integrator'; name: string }, command: Command) => {
    const { audience, name } = options;
    // Mandatory for this command only: commander would ask for it before "list" as well.
    if (audience === undefined) {
      return command.error("error: required option '--audience <audience>' not specified");
    }
    return run({ command: 'token', audience, name });
  });
token
  .command('list')
  .description('every token that was made, never the token itself')
  .action(() => run({ command: 'token-list' }));
token
  .command('revoke')
  .description('revoke a token: it is refused at once')
  .argument('<name-or-id>', 'its name, or its id from the list')
  .action((which: string) => run({ command: 'token-revoke', which }));

program
  .command('demo')
  .description('make the demonstration portfolio in an empty database')
  .option('--write <folder>', 'only write its files, to look at', pathArgument)
  .action(async (options: { write?: string }) => {
    if (options.write === undefined) return run({ command: 'demo' });
    const { writeDemoFiles } = await import('./demo/write-demo-files.ts');
    try {
      await writeDemoFiles(options.write, terminal(process.stdout));
    } catch (error) {
      throw new Error(`${sentenceOf(error)}. Name a folder that can be written with --write.`);
    }
  });

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
    .option('--effective <date>', 'from when it counts, instead of the file’s own', dateArgument)
    .action((file: string, options: { as?: string; effective?: BusinessDate }) => {
      const { as = null, effective = null } = options;
      return run({ command: 'wear-data', data, action: { what: 'import', file, as, effective } });
    });
  group
    .command('list')
    .description('every version, and which are in force')
    .action(() => run({ command: 'wear-data', data, action: { what: 'list' } }));
  group
    .command('export')
    .description('print one as the CSV that an import reads')
    .argument('<id>', 'which one', codeArgument)
    .option('--version <n>', 'a version, instead of the one in force', versionArgument)
    .action((id: string, options: { version?: number }) => {
      const version = options.version ?? null;
      return run({ command: 'wear-data', data, action: { what: 'export', id, version } });
    });
}

program
  .command('lease-end')
  .description('the ways out of a lease, with their lines, and what its people saved')
  .argument('<contract-number>', 'the number on the contract')
  .option('--on <date>', 'the day of leaving, instead of the scheduled end', dateArgument)
  .action((number: string, options: { on?: BusinessDate }) =>
    run({ command: 'lease-end', number, on: options.on ?? null }),
  );

program
  .command('make-keys')
  .description('print new keys for ROADBOOK_KEYS')
  .action(async () => {
    const { makeKeys } = await import('./platform/keys/key-ring.ts');
    process.stdout.write(`${makeKeys().trim().replace('\n', ',')}\n`);
  });

program
  .command('lender')
  .description('print the lender served, as the file that ROADBOOK_LENDER names')
  .action(async () => {
    const { lenderText, loadLender } = await import('./lender/load-lender.ts');
    process.stdout.write(lenderText(await loadLender(readSettings(process.env).lenderFile)));
  });

program
  .command('openapi')
  .description('print the OpenAPI document')
  .action(async () => {
    const { openApiDocument } = await import('@roadbook/api/openapi');
    process.stdout.write(openApiDocument());
  });

// Who reads only the beginning, as `head` does, has what it wanted.
for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
