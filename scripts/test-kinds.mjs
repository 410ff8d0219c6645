/**
 * The kinds of test, told apart by file name as in vitest.config.ts, and what each kind needs.
 */
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { repositoryRoot } from './repository.mjs';

export const databaseUrl =
  process.env.ROADBOOK_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const chromium = process.env.ROADBOOK_CHROMIUM ?? '/usr/bin/chromium';

/** In the order in which they run: what fails fastest first. */
export const testKinds = [
  { project: 'plain', ending: /(?<!\.(kill|postgres|browser))\.test\.tsx?$/, needs: [] },
  { project: 'postgres', ending: /(?<!\.kill)\.postgres\.test\.ts$/, needs: ['postgres'] },
  { project: 'kill', ending: /\.kill\.test\.ts$/, needs: [] },
  { project: 'kill-postgres', ending: /\.kill\.postgres\.test\.ts$/, needs: ['postgres'] },
  { project: 'browser', ending: /\.browser\.test\.ts$/, needs: ['chromium', 'web'] },
];

/** Null when this machine has it; otherwise the sentence that says what is missing. */
export async function whatIsMissing(need) {
  if (need === 'postgres') return missingPostgres();
  if (need === 'chromium' && !existsSync(chromium)) {
    return `no Chromium at ${chromium}; install it, or name it in ROADBOOK_CHROMIUM`;
  }
  return null;
}

/** The URL may carry a password, so a sentence names the host and the port only. */
async function missingPostgres() {
  let url;
  try {
    url = new URL(databaseUrl);
  } catch {
    return 'ROADBOOK_TEST_DATABASE_URL is not a URL like postgres://user@host:port/database';
  }
  const host = url.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1';
  const port = Number(url.port || 5432);
  if (await answers(host, port)) return null;
  return (
    `no PostgreSQL answers at ${host}:${port}; ` +
    'start one, or name it in ROADBOOK_TEST_DATABASE_URL'
  );
}

function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3000 });
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

/** Every test file of the repository, as paths relative to its root. */
export function testFiles() {
  const places = readdirSync(join(repositoryRoot, 'packages')).map(
    (name) => `packages/${name}/src`,
  );
  return [...places, 'tests', 'bench', 'scripts'].flatMap((place) =>
    filesUnder(place).filter((path) => /\.test\.tsx?$/.test(path)),
  );
}

function filesUnder(folder) {
  if (!existsSync(join(repositoryRoot, folder))) return [];
  return readdirSync(join(repositoryRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
