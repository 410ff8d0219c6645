/** A folder of pages as the web's build leaves it, each saying which it is. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAGES = [
  'index',
  'app',
  'contact',
  'not-found',
  'sign-in',
  'sign-in.refused',
  'sign-in.throttled',
  'sign-in.session-ended',
  'sign-in.signed-out',
  'sign-in.over',
  'sign-in.closed',
  'sign-in.busy',
  'sign-in.proof',
  'sign-in.code',
  'sign-in.app',
  'sign-in.recovery-code',
  'sign-in.facts',
  'sign-in.forgot-password',
  'sign-in.forgot-user-name',
  'sign-in.new-password',
  'sign-in.not-me',
  'lease-end',
  'lease-end.ask',
  'lease-end.plan',
  'lease-end.walk',
];

export async function makePagesFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'roadbook-pages-'));
  for (const page of PAGES) {
    await writeFile(
      join(path, `${page}.html`),
      `<html data-who="guest"><p>${page} of {{brand.name}}</p>`,
    );
  }
  return { path, remove: () => rm(path, { recursive: true }) };
}
