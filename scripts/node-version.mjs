/**
 * Which Node runs this. The range stands once, in package.json under `engines`; npm only warns
 * about it, and a server that starts on the wrong Node fails later and less clearly.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository.mjs';

/** Whether `version` ("20.20.2") is inside `range`: `^a.b.c` and `>=a.b.c` joined by `||`. */
export function satisfies(version, range) {
  return range.split('||').some((part) => inside(version, part.trim()));
}

function inside(version, part) {
  const match = /^(\^|>=)(\d+)\.(\d+)\.(\d+)$/.exec(part);
  if (match === null) throw new Error(`This range cannot be read: ${part}`);
  const [, kind, ...floorText] = match;
  const floor = floorText.map(Number);
  // A preview ("25.0.0-nightly") counts as the release it leads to.
  const actual = version.split('-')[0].split('.').map(Number);
  if (kind === '^' && actual[0] !== floor[0]) return false;
  for (let place = 0; place < 3; place += 1) {
    if (actual[place] !== floor[place]) return actual[place] > floor[place];
  }
  return true;
}

/** Null when this Node will do; otherwise the sentence that says which one would. */
export function refuseNodeVersion(version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
  if (satisfies(version, engines.node)) return null;
  return (
    `Roadbook needs Node ${engines.node}, and this is Node ${version}. ` +
    'Install a newer Node (24 is recommended) and run the same command again.'
  );
}
