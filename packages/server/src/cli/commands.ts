import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Installation } from './installation.ts';

/** A command that needs the database, as it travels to the process that has it. */
export type CommandRequest =
  | {
      readonly command: 'board';
      readonly file: string;
      readonly parties: string | null;
      readonly asOf: BusinessDate | null;
      readonly rejects: string | null;
      readonly deal: string | null;
    }
  | { readonly command: 'check-ledger' }
  | { readonly command: 'close-day'; readonly through: BusinessDate | null }
  | { readonly command: 'token'; readonly audience: 'integrator'; readonly name: string }
  | { readonly command: 'demo' };

/** What a running command says: lasting lines, and progress that the next progress may overwrite. */
export type Say = {
  readonly line: (text: string) => void;
  readonly progress: (text: string) => void;
};

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
      return (await import('./run-board.ts')).runBoard(installation.shell, request, say);
    case 'check-ledger':
      return (await import('./run-check-ledger.ts')).runCheckLedger(installation.shell, say);
    case 'close-day':
      return (await import('./run-close-day.ts')).runCloseDay(
        installation.shell,
        request.through,
        say,
      );
    case 'token':
      return (await import('./run-token.ts')).runToken(installation.shell, request, say);
    case 'demo':
      return (await import('./run-demo.ts')).runDemo(installation.shell, say);
  }
}
