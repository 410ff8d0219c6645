/**
 * `npm run roadbook -- <command> …`: install if needed, then the command with its arguments as
 * they were typed, its exit code passed on. npm runs scripts from the repository's root and keeps
 * the caller's folder in INIT_CWD; file names on the command line are the caller's.
 */
import { ensureInstalled } from './ensure-installed.mjs';
import { runServer } from './run-server.mjs';

await ensureInstalled();
const callersFolder = process.env.INIT_CWD ?? process.cwd();
process.exitCode = await runServer(process.argv.slice(2), callersFolder);
