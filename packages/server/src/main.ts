import { Command } from 'commander';
import type { DatabaseCommand } from './cli/command.ts';
import { access } from './cli/commands/access/access.ts';
import { board } from './cli/commands/board.ts';
import { callBacks } from './cli/commands/call-backs.ts';
import { changeTerms } from './cli/commands/change-terms.ts';
import { checkLedger } from './cli/commands/check-ledger.ts';
import { closeDay } from './cli/commands/close-day.ts';
import { demo } from './cli/commands/demo.ts';
import { invite } from './cli/commands/invite/invite.ts';
import { rotateKeys } from './cli/commands/keys/rotate-keys.ts';
import { leaseEnd } from './cli/commands/lease-end.ts';
import { places } from './cli/commands/places/places.ts';
import { post } from './cli/commands/post.ts';
import { declareLender, declareMakeKeys, declareOpenapi } from './cli/commands/print.ts';
import { declareServe } from './cli/commands/serve.ts';
import { staff } from './cli/commands/staff/staff.ts';
import { token } from './cli/commands/token.ts';
import { wearData } from './cli/commands/wear-data.ts';
import { ALL_DONE, NOTHING_DONE } from './cli/exit-codes.ts';
import { runnerOf, sendRequest } from './cli/run-request.ts';
import { sentenceOf } from './cli/sentence-of.ts';

const program = new Command('roadbook')
  .description(
    'Services auto loans and leases, from the first payment to the day the keys go back.',
  )
  .showHelpAfterError()
  // Every command below takes this over. Words that cannot be read do nothing.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? ALL_DONE : NOTHING_DONE));

/** The commands that need the database, in the order of the help. */
const commands: readonly DatabaseCommand[] = [
  board,
  checkLedger,
  closeDay,
  token,
  demo,
  wearData,
  places,
  leaseEnd,
  invite,
  access,
  callBacks,
  staff,
  changeTerms,
  post,
  rotateKeys,
];
const run = runnerOf(commands);

declareServe(program, run);
for (const command of commands) command.declare(program, (request) => sendRequest(run, request));
declareMakeKeys(program);
declareLender(program);
declareOpenapi(program);

// A reader of the beginning only, such as `head`, has what it wanted.
for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = NOTHING_DONE;
}
