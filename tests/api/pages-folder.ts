/** A folder of pages as the web's build leaves it, each saying which it is. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAGES = [
  'index',
  'app',
  'contact',
  'not-found',
  'offline',
  'sign-in',
  'sign-in.refused',
  'sign-in.throttled',
  'sign-in.session-ended',
  'sign-in.signed-out',
  'sign-in.over',
  'sign-in.closed',
  'sign-in.busy',
  'sign-in.known',
  'sign-in.proof',
  'sign-in.code',
  'sign-in.app',
  'sign-in.recovery-code',
  'sign-in.facts',
  'sign-in.forgot-password',
  'sign-in.forgot-user-name',
  'sign-in.new-password',
  'sign-in.lost-everything',
  'sign-in.letter',
  'sign-in.call-back',
  'sign-in.not-me',
  'register',
  'register.on-file',
  'register.letter',
  'register.email',
  'register.account',
  'register.terms',
  'lease-end',
  'lease-end.ask',
  'lease-end.plan',
  'lease-end.walk',
];

/** A page that the server draws is its data; amounts are read as whole dollars. */
const DRAWS = `
export const draw = (page) => JSON.stringify(page);
export const readAmount = (typed) =>
  /^[0-9]+$/.test(typed) ? { cents: typed + '00' } : { rule: 'amount-missing' };
`;

export async function makePagesFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-pages-'));
  const path = join(folder, 'portal');
  await mkdir(path);
  await mkdir(join(folder, 'served'));
  await writeFile(join(folder, 'served', 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'served', 'index.js'), DRAWS);
  for (const page of PAGES) {
    await writeFile(
      join(path, `${page}.html`),
      `<html data-who="guest"><p>${page} of {{brand.name}}</p>`,
    );
  }
  return { path, remove: () => rm(folder, { recursive: true }) };
}
