import type { Shell } from '../../../operation/shell.ts';
import { makeKey, nextKeyId } from '../../../platform/keys/key-ring.ts';
import { type Rotated, rotateKeys } from '../../../platform/keys/rotate-keys.ts';
import type { Say } from '../../command-request.ts';
import { ALL_DONE, NOTHING_DONE, SOME_FAILED } from '../../exit-codes.ts';

/** Seals everything anew and retires the old key. Cut off, it goes on when it is run again. */
export async function runRotateKeys(shell: Shell, say: Say): Promise<number> {
  const { store, ring, keyFile = null } = shell;
  const rotated = await rotateKeys({
    store,
    ring,
    keyFile,
    onProgress: ({ table, done, whole }) =>
      say.progress(`Sealing anew: ${done} of ${Math.max(done, whole)} rows (${table})`),
  });
  for (const line of sentences(rotated, shell)) say.line(line);
  if (rotated.is === 'retired') return ALL_DONE;
  return rotated.is === 'damaged' ? SOME_FAILED : NOTHING_DONE;
}

function sentences(rotated: Rotated, { ring }: Shell): readonly string[] {
  if (rotated.is === 'no-new-key') {
    return [
      `ROADBOOK_KEYS has one key to seal with, ${rotated.newestId}. Nothing was changed.`,
      'Add this new key to the end of ROADBOOK_KEYS, after a comma:',
      makeKey(nextKeyId(ring)),
      'Restart every server with it. Then run this again with the same ROADBOOK_KEYS.',
    ];
  }
  if (rotated.is === 'others') {
    return [
      `${rotated.count} other process(es) with this database open seal with another key than ` +
        `${rotated.newestId}. No key was retired.`,
      'Restart every server with these ROADBOOK_KEYS, wait a minute, then run this again.',
    ];
  }
  if (rotated.is === 'damaged') {
    const where = [...rotated.damaged].map(([table, count]) => `${count} of ${table}`).join(', ');
    return [
      `These rows could not be sealed anew: ${where}. All others were.`,
      'The old key was not retired. Run this again; if the same rows stay, they are damaged: ' +
        'restore them from a backup.',
    ];
  }
  const old = rotated.oldIds.join(', ');
  if (rotated.oldIds.length === 0) return [`Everything is sealed with ${rotated.newestId}.`];
  return [
    `${rotated.count} rows were sealed anew with ${rotated.newestId}. Retired: ${old}.`,
    rotated.retiredFile === null
      ? `Take ${old} out of ROADBOOK_KEYS and restart every server. Keep it with the backups ` +
        'from before: they need it.'
      : `The old key is in ${rotated.retiredFile}. Backups from before need it: move it to ` +
        'where they are kept.',
  ];
}
