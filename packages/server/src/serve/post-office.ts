import { renderLetter } from '../letters/render-letter.ts';
import { noticesOf } from '../people/notices/write-notices.ts';
import { startPost } from '../platform/post/person/send-person-messages.ts';
import { NO_MAIL_SERVER, type PostStatus, postStatusOf } from '../platform/post/post-status.ts';
import { startOutbox } from '../platform/post/send-outbox.ts';
import type { ReportFault } from '../platform/report-fault.ts';
import type { Installation } from './installation.ts';
import type { Settings } from './settings.ts';

/** The running post office. */
export type PostOffice = {
  /** What the start has to say of it. */
  readonly warnings: readonly string[];
  readonly notes: () => readonly string[];
  readonly status: () => Promise<PostStatus | null>;
};

/** Starts both outboxes, that of contracts and that of persons. Neither waits for the other. */
export function startPostOffice(
  { shell, carriers }: Pick<Installation, 'shell' | 'carriers'>,
  { publicUrl }: Pick<Settings, 'publicUrl'>,
  report: ReportFault,
  signal: AbortSignal,
): PostOffice {
  const { store, ring, clock, gateway, lender } = shell;
  const notices = noticesOf({ ring, clock, report });
  const outbox = startOutbox({ store, gateway, clock, report, notices }, signal);
  const head = { brand: lender.brand, publicUrl, clock };
  const post = startPost(
    { store, ring, carriers, clock, report, render: (letter) => renderLetter(head, letter) },
    signal,
  );
  return {
    warnings: carriers.mail === null ? [NO_MAIL_SERVER] : [],
    notes: () => [...outbox.notes(), ...post.notes()],
    status: postStatusOf({ store, clock, report }, carriers),
  };
}
