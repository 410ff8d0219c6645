/** The repository as git sees it: what is committed, and what would be with `git add`. */
import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from './tidy-rule.ts';

/** Reads every text file; a file with a zero byte is a picture or a font and is left out. */
export function readTree(root: string): Tree {
  const list = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  const tree = new Map<string, string>();
  for (const path of new Set(list.split('\0').filter((name) => name !== ''))) {
    const text = readText(join(root, path));
    if (text !== null) tree.set(path, text);
  }
  return tree;
}

/** Null for what is no text file: a link, a picture, or a file deleted but not yet committed. */
function readText(path: string): string | null {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const bytes = readFileSync(path);
  return bytes.includes(0) ? null : bytes.toString('utf8');
}
