/**
 * What to do with a message that was not delivered: try it again later, give it up at once because
 * no attempt will help, or pause, because the gateway itself is away and others would fail as well.
 */
export type AfterFailure = 'try-later' | 'give-up' | 'pause';

/**
 * Why a message was not delivered, as a code that is safe to store and to log. What gateways say
 * themselves repeats addresses, so it is never kept.
 */
export class NotDelivered extends Error {
  readonly code: string;
  readonly next: AfterFailure;

  constructor(code: string, next: AfterFailure) {
    super(`not delivered (${code})`);
    this.name = 'NotDelivered';
    this.code = code;
    this.next = next;
  }
}

/** The code of anything that was thrown. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
}
