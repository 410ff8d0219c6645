/**
 * Builds the screens when their sources have changed since the last good build. The stamp lies
 * beside the built files and is written after success only.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repositoryRoot } from './repository.mjs';
import { runProcess } from './run-process.mjs';
import { say, secondsSince } from './say.mjs';

const webFolder = join(repositoryRoot, 'packages', 'web');
const builtFolder = join(webFolder, 'dist');
const stampPath = join(builtFolder, '.built-from');

/** Whether the screens are there and today's; builds them if they were not. */
export async function ensureWebBuilt() {
  if (isWebBuilt()) return true;
  say('Building the screens (once per change of their sources) …');
  const startedAt = Date.now();
  if ((await buildWeb()) !== 0) {
    say('The screens could not be built; the reason stands above.');
    return false;
  }
  say(`Built the screens in ${secondsSince(startedAt)}.`);
  return true;
}

/** Whether the built screens are those of today's sources. */
export function isWebBuilt() {
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === sourcesHash();
}

/** Builds in any case, stamps a good build, and resolves to the exit code. */
export async function buildWeb() {
  const hash = sourcesHash();
  rmSync(stampPath, { force: true });
  const exitCode = await runProcess(process.execPath, ['build.mjs'], { cwd: webFolder });
  if (exitCode === 0) {
    mkdirSync(builtFolder, { recursive: true });
    writeFileSync(stampPath, hash);
  }
  return exitCode;
}

/** Everything the bundle can be made of: the three packages' sources, the settings, the lock. */
function sourcesHash() {
  const sources = ['domain', 'api', 'web'].flatMap((name) =>
    filesUnder(join(repositoryRoot, 'packages', name)),
  );
  const hash = createHash('sha256');
  for (const file of [...sources, join(repositoryRoot, 'package-lock.json')]) {
    hash
      .update(relative(repositoryRoot, file))
      .update('\0')
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !/^(node_modules|dist)$/.test(name))
    .filter(({ name }) => !/\.test\.tsx?$/.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}
