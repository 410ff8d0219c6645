import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { lifeOf } from './life.ts';
import { live } from './live.ts';
import { tell } from './tell.ts';

test('core and oracle agree on every day of every life', () => {
  const failed: string[] = [];
  for (let seed = 1; seed <= effort(2_000); seed += 1) {
    const life = lifeOf(seed);
    if (live(life).failure === null) continue;
    failed.push(tell(life));
    if (failed.length === 3) break;
  }
  expect(failed.join('\n\n')).toBe('');
});

test('the oracle shares no import with the domain', () => {
  const folder = new URL('./oracle/', import.meta.url);
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const imports = readFileSync(new URL(file, folder), 'utf8').matchAll(/from '([^']+)'/g);
    for (const [, target] of imports) expect(target).toMatch(/^\.\/[a-z-]+\.ts$/);
  }
});
