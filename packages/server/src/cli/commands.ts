import type { Installation } from '../serve/installation.ts';
import type { CommandRequest, Say } from './command-request.ts';

/**
 * Runs a command on an open installation and answers its exit code. Each command is loaded when it
 * is asked for, so that the server starts without them.
 */
export async function runCommand(
  installation: Installation,
  request: CommandRequest,
  say: Say,
): Promise<number> {
  switch (request.command) {
    case 'board':
      return (await import('./commands/run-board.ts')).runBoard(installation.shell, request, say);
    case 'check-ledger':
      return (await import('./commands/run-check-ledger.ts')).runCheckLedger(
        installation.shell,
        say,
      );
    case 'close-day':
      return (await import('./commands/run-close-day.ts')).runCloseDay(
        installation.shell,
        request.through,
        say,
      );
    case 'token':
      return (await import('./commands/run-token.ts')).runToken(installation.shell, request, say);
    case 'token-list':
      return (await import('./commands/run-token.ts')).runTokenList(installation.shell, say);
    case 'token-revoke':
      return (await import('./commands/run-token.ts')).runTokenRevoke(
        installation.shell,
        request,
        say,
      );
    case 'demo':
      return (await import('./commands/run-demo.ts')).runDemo(installation.shell, say);
    case 'wear-data':
      return (await import('./commands/run-wear-data.ts')).runWearData(
        installation.shell,
        request,
        say,
      );
    case 'lease-end':
      return (await import('./commands/run-lease-end.ts')).runLeaseEnd(
        installation.shell,
        request,
        say,
      );
    default:
      return refuseUnknown(request, say);
  }
}

/** Only a program of another version sends one: nobody shall take silence for done. */
function refuseUnknown(_request: never, say: Say): number {
  say.line(
    'The running server is of another version and does not know this command. Nothing was done. ' +
      'Start it again from this folder, then run this again.',
  );
  return 1;
}
