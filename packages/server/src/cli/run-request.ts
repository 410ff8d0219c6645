import { connectToHolder } from '../platform/data-folder/embedded-folder.ts';
import { type Installation, openInstallation } from '../serve/installation.ts';
import { readSettings } from '../serve/settings.ts';
import type { DatabaseCommand } from './command.ts';
import type { CommandRequest, Say } from './command-request.ts';
import { refuseCommands, sendCommand } from './command-socket.ts';
import { NOTHING_DONE } from './exit-codes.ts';
import { terminal } from './terminal.ts';

/** Runs a request on an open installation and returns its exit code. */
export type RunRequest = (
  installation: Installation,
  request: CommandRequest,
  say: Say,
) => Promise<number>;

/** How the program of these commands runs a request. */
export function runnerOf(commands: readonly DatabaseCommand[]): RunRequest {
  return async ({ shell }, request, say) => {
    const command = commands.find(({ requests }) => requests.includes(request.command));
    // No customer waits for a command: its statements may take their time.
    const patient = { ...shell, store: shell.store.patient };
    if (command !== undefined) return command.run(patient, request, say);
    // Only a program of another version sends one. Silence would be taken for done.
    say.line(
      'The running server is of another version and does not know this command. Nothing was ' +
        'done. Start it again from this folder, then run this again.',
    );
    return NOTHING_DONE;
  };
}

/**
 * Runs a request where the database is: in the server that has the embedded folder open, else here.
 */
export async function sendRequest(run: RunRequest, request: CommandRequest): Promise<void> {
  const settings = readSettings(process.env);
  const say = terminal(process.stdout);
  const socket = settings.databaseUrl === null ? await connectToHolder(settings.dataFolder) : null;
  if (socket !== null) {
    process.exitCode = await sendCommand(socket, request, say);
  } else {
    const installation = await openInstallation(settings);
    if (installation.holder !== null) refuseCommands(installation.holder);
    try {
      process.exitCode = await run(installation, request, say);
    } finally {
      await installation.close();
    }
  }
  say.done();
}
