/**
 * What keeps a data folder from being opened, as a sentence with what to do; any other error comes
 * back as it is.
 */
export function folderFault(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code !== null && FULL.has(code)) {
    return new Error(
      `The disk of the data folder ${folder} is full. Make room, or name a folder on another ` +
        'disk in ROADBOOK_DATA, then start again.',
    );
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new Error(`${folder} is a file, and ROADBOOK_DATA needs a folder. Name another.`);
  }
  if (code !== null && NOT_OURS.has(code)) {
    return new Error(
      `The data folder ${folder} cannot be written (${code}). Make it writable for the user who ` +
        'starts Roadbook, or name another in ROADBOOK_DATA.',
    );
  }
  if (error instanceof Error && error.message.startsWith('PGlite failed')) {
    return new Error(
      `The database in ${folder} cannot be opened: the folder is read-only, full or damaged. ` +
        'Look at disk and rights first; if both are well, put it back from your backup.',
    );
  }
  return error;
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const NOT_OURS: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT']);

/** The embedded database's file system gives numbers of its own and no message. */
const EMBEDDED_CODES: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  const isEmbedded = 'name' in error && error.name === 'ErrnoError';
  if (!isEmbedded || !('errno' in error)) return null;
  return EMBEDDED_CODES[Number(error.errno)] ?? null;
}
