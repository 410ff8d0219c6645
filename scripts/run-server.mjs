/**
 * The one way the server's program is run: TypeScript as it lies, through tsx.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from './repository.mjs';
import { runProcess } from './run-process.mjs';

const serverFolder = join(repositoryRoot, 'packages', 'server');

/**
 * Runs `packages/server/src/main.ts` with `args` and resolves to its exit code. Relative paths in
 * `args` are read from `cwd`, so tsx and its settings are named by absolute path.
 */
export function runServer(args, cwd) {
  const tsx = createRequire(join(serverFolder, 'package.json')).resolve('tsx');
  return runProcess(
    process.execPath,
    ['--import', pathToFileURL(tsx).href, join(serverFolder, 'src', 'main.ts'), ...args],
    { cwd, env: { ...process.env, TSX_TSCONFIG_PATH: join(serverFolder, 'tsconfig.json') } },
  );
}
