import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Reject } from '../../boarding/read/reject.ts';
import { REJECTS_HEADER, rejectLine } from '../../boarding/read/write-rejects.ts';
import type { Say } from '../command-request.ts';

/** Rejects shown on the terminal when no file was asked for. */
const SHOWN_MAX = 20;

/** `close` answers how many rejects there were, or null when they could not all be written. */
export type RejectSink = {
  take: (reject: Reject) => void;
  /** What boarded with a remark: in the file only, and not counted. */
  remark: (remark: Reject) => void;
  close: () => Promise<number | null>;
};

/** Where rejects go, or null when the file for them cannot be written: then nothing is begun. */
export async function rejectSink(path: string | null, say: Say): Promise<RejectSink | null> {
  let count = 0;
  const opened = path === null ? null : await open(path, 'w', 0o600).catch(() => null);
  if (path !== null && opened === null) {
    say.line(`The rejects file ${path} cannot be written. Name one in a folder that exists.`);
    return null;
  }
  const file = opened?.createWriteStream() ?? null;
  let fault: Error | null = null;
  file?.on('error', (error) => {
    fault = error;
  });
  file?.write(REJECTS_HEADER);
  return {
    take: (reject) => {
      count += 1;
      file?.write(rejectLine(reject));
      if (file !== null || count > SHOWN_MAX) return;
      const where =
        reject.line === null ? `record ${reject.ordinal ?? '-'}` : `line ${reject.line}`;
      const what = [reject.element, reject.value].filter((each) => each !== null).join(' = ');
      say.line(`Rejected ${where} (${reject.record ?? '-'}): ${what} [${reject.rule}]`);
      say.line(`  ${reject.sentence} Accepted: ${reject.accepted}`);
    },
    remark: (remark) => {
      file?.write(rejectLine(remark, 'boarded'));
    },
    close: async () => {
      if (file === null) {
        if (count > SHOWN_MAX) say.line(`… and ${count - SHOWN_MAX} more; use --rejects <file>`);
        return count;
      }
      file.end();
      await finished(file).catch(() => undefined);
      if (fault === null) return count;
      say.line(`The rejects file ${path} could not be written whole (${fault.message}).`);
      say.line('Make room, then board the same file again: what is boarded stays as it is.');
      return null;
    },
  };
}
