/**
 * `npm run check`: the one gate. Every step runs, whatever the steps before it said, so that one
 * run shows everything there is to mend. A step's output is shown only where it failed.
 */
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { repositoryRoot } from './repository.mjs';
import { runQuietly } from './run-process.mjs';
import { say, secondsSince } from './say.mjs';

const tool = (...path) => join(repositoryRoot, 'node_modules', ...path);
const biome = tool('@biomejs', 'biome', 'bin', 'biome');
const typescript = tool('typescript', 'bin', 'tsc');
const dependencyCruiser = tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const vitest = tool('vitest', 'vitest.mjs');

const typesOf = (project) => [`types: ${project}`, [typescript, '--noEmit', '-p', project]];

const steps = [
  ['format, lint, order of imports', [biome, 'check', '--error-on-warnings', '.']],
  typesOf('packages/domain'),
  typesOf('packages/api'),
  typesOf('packages/server'),
  typesOf('packages/web'),
  typesOf('.'),
  ['layers', [dependencyCruiser, '--config', '.dependency-cruiser.cjs', 'packages']],
  ['house: tidy, and every layer rule fires', [vitest, 'run', '--project', 'plain', 'tests/house']],
  ['build of the screens', [join(repositoryRoot, 'scripts', 'build-web.mjs')]],
];

await ensureInstalled();
const startedAt = Date.now();
const failed = [];
for (const [name, args] of steps) {
  const stepStartedAt = Date.now();
  const { exitCode, output } = await runQuietly(process.execPath, args, { cwd: repositoryRoot });
  const verdict = exitCode === 0 ? 'passed' : 'FAILED';
  if (exitCode !== 0) {
    failed.push(name);
    say(`\n${output.trimEnd()}\n`);
  }
  say(`${verdict}  ${name}  (${secondsSince(stepStartedAt)})`);
}

if (failed.length === 0) {
  say(`\nThe gate is open: all ${steps.length} steps passed in ${secondsSince(startedAt)}.`);
} else {
  say(`\nThe gate is closed: ${failed.length} of ${steps.length} steps failed.`);
  for (const name of failed) say(`  ${name}`);
  process.exitCode = 1;
}
