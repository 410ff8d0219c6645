/** Boards a file in a process of its own, as the command line does, and answers its peak memory. */
import { runCommand } from '@roadbook/server/cli/commands';
import { openInstallation } from '@roadbook/server/cli/installation';
import { readSettings } from '@roadbook/server/cli/settings';

const file = process.argv[2] ?? '';
const installation = await openInstallation(readSettings(process.env));
const quiet = { line: () => undefined, progress: () => undefined };
const code = await runCommand(
  installation,
  { command: 'board', file, parties: null, asOf: null, rejects: null, deal: 'LARK-MEMORY' },
  quiet,
);
await installation.close();
process.send?.({ code, peakBytes: process.resourceUsage().maxRSS * 1_024 });
process.disconnect();
