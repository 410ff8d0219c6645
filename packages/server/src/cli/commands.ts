import type { Installation } from '../serve/installation.ts';
import type { CommandRequest, Say } from './command-request.ts';

/**
 * Runs a command on an open installation and answers its exit code. Each command is loaded when it
 * is asked for, so that the server starts without them.
 */
export async function runCommand(
  { shell: interactive }: Installation,
  request: CommandRequest,
  say: Say,
): Promise<number> {
  // No customer waits for a command: its statements may take their time.
  const shell = { ...interactive, store: interactive.store.patient };
  switch (request.command) {
    case 'board':
      return (await import('./commands/run-board.ts')).runBoard(shell, request, say);
    case 'check-ledger':
      return (await import('./commands/run-check-ledger.ts')).runCheckLedger(shell, say);
    case 'close-day':
      return (await import('./commands/run-close-day.ts')).runCloseDay(shell, request.through, say);
    case 'token':
      return (await import('./commands/run-token.ts')).runToken(shell, request, say);
    case 'token-list':
      return (await import('./commands/run-token.ts')).runTokenList(shell, say);
    case 'token-revoke':
      return (await import('./commands/run-token.ts')).runTokenRevoke(shell, request, say);
    case 'demo':
      return (await import('./commands/run-demo.ts')).runDemo(shell, say);
    case 'wear-data':
      return (await import('./commands/run-wear-data.ts')).runWearData(shell, request, say);
    case 'lease-end':
      return (await import('./commands/run-lease-end.ts')).runLeaseEnd(shell, request, say);
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
