import type { Command } from 'commander';
import { readSettings } from '../../serve/settings.ts';
import { serveCommands } from '../command-socket.ts';
import type { RunRequest } from '../run-request.ts';
import { terminal } from '../terminal.ts';

/** Runs the server, and in it the requests that other processes send. */
export function declareServe(program: Command, run: RunRequest): void {
  program
    .command('serve')
    .description('run the server')
    .action(async () => {
      const { serve } = await import('../../serve/serve.ts');
      await serve(readSettings(process.env), {
        terminal,
        serveCommands: (holder, installation) => serveCommands(holder, installation, run),
      });
    });
}
