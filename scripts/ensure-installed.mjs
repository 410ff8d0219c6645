/**
 * Makes a fresh clone, or one whose lock has moved on, runnable: `npm ci` when the stamp inside
 * node_modules does not match the lock. The stamp is written only after a successful `npm ci`, and
 * `npm ci` begins by removing node_modules, so a half install counts as none. An install by hand
 * leaves no stamp: then npm's own record of what it installed is compared with the lock.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWhatTheLockNames } from './installed-packages.mjs';
import { refuseNodeVersion } from './node-version.mjs';
import { repositoryRoot } from './repository.mjs';
import { runProcess } from './run-process.mjs';
import { say, secondsSince } from './say.mjs';

const lockPath = join(repositoryRoot, 'package-lock.json');
const stampPath = join(repositoryRoot, 'node_modules', '.roadbook-installed');
/** npm writes it last, when everything it names is in its place. */
const npmRecordPath = join(repositoryRoot, 'node_modules', '.package-lock.json');

/** Ends the process with a plain sentence where the Node is wrong or the install fails. */
export async function ensureInstalled() {
  const refusal = refuseNodeVersion();
  if (refusal !== null) {
    say(refusal);
    process.exit(1);
  }
  if (isInstalled()) return;
  if (isInstalledByHand()) return writeFileSync(stampPath, wantedStamp());
  say('Installing the packages that the lock names (once per change of the lock) …');
  const startedAt = Date.now();
  // Without --include=dev an exported NODE_ENV=production would leave out what builds the web.
  const exitCode = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (exitCode !== 0) {
    say(`The installation failed (npm ci ended with code ${exitCode}); its reason stands above.`);
    say('Nothing was started. Mend the cause and run the same command again.');
    process.exit(1);
  }
  writeFileSync(stampPath, wantedStamp());
  say(`Installed in ${secondsSince(startedAt)}.`);
}

/** Whether the last successful install was made from this lock, for this kind of machine. */
export function isInstalled() {
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wantedStamp();
}

function isInstalledByHand() {
  if (existsSync(stampPath) || !existsSync(npmRecordPath)) return false;
  const [lock, record] = [lockPath, npmRecordPath].map((path) =>
    JSON.parse(readFileSync(path, 'utf8')),
  );
  return isWhatTheLockNames(lock, record, process);
}

/** Some packages carry machine code, so a folder that was moved to another machine is not one. */
function wantedStamp() {
  const lock = createHash('sha256').update(readFileSync(lockPath));
  return `${lock.digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** npm tells its children where it lies; asking for that very npm also works without a shell. */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  // npm prints its summary on standard output, which belongs to the command that was asked for.
  const options = { cwd: repositoryRoot, stdio: ['ignore', 2, 2] };
  if (npm !== undefined && /\.c?js$/.test(npm)) {
    return runProcess(process.execPath, [npm, ...args], options);
  }
  return runProcess('npm', args, { ...options, shell: process.platform === 'win32' });
}
