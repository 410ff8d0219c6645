import { open } from 'node:fs/promises';
import { type LoanFile, loanFileChunks } from './loan-records.ts';

/** Writes a generated file and answers its size in bytes. */
export async function writeLoanFile(path: string, file: LoanFile): Promise<number> {
  const handle = await open(path, 'w');
  let bytes = 0;
  try {
    for (const chunk of loanFileChunks(file)) {
      await handle.write(chunk);
      bytes += chunk.length;
    }
  } finally {
    await handle.close();
  }
  return bytes;
}
