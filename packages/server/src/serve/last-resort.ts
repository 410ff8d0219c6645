import type { ReportFault } from '../platform/report-fault.ts';

/**
 * The last net below everything: an error that nobody caught is logged, and the server goes on.
 * It may: whatever is written is one guarded statement decided from the database, so a callback
 * that broke leaves no half-done work behind, and a writer that no longer moves shows in
 * /health/ready.
 * Returns a sentence about them for whoever looks at its health, or none.
 */
export function catchStrays(report: ReportFault): () => readonly string[] {
  let strays = 0;
  const onStray =
    (words: string) =>
    (error: unknown): void => {
      strays += 1;
      report(words, error, { strays });
    };
  process.on('uncaughtException', onStray('An error escaped'));
  process.on('unhandledRejection', onStray('A failure was handled by nobody'));
  return () =>
    strays === 0 ? [] : [`${strays} errors escaped since the start. They are in the log.`];
}
