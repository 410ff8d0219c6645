/**
 * When a session ends if nothing more is asked. Every answer of the server moves the end on; it
 * writes that down at most once a minute, so a minute less than it said is what one can count on.
 */
const WRITTEN_EVERY_MS = 60_000;

type Told = { readonly endsInSeconds: number; readonly endsAtLatestInSeconds: number };

export type SessionClock = {
  /** The server has said how long the session lasts. */
  readonly told: (session: Told, atMs: number) => void;
  /** Something was asked and answered. */
  readonly answered: (atMs: number) => void;
  /** Milliseconds since 1970; null before anything is known. */
  readonly endsAtMs: () => number | null;
};

export function makeSessionClock(): SessionClock {
  let idleMs = 0;
  let latestMs = 0;
  let endsMs: number | null = null;
  return {
    told: ({ endsInSeconds, endsAtLatestInSeconds }, atMs) => {
      idleMs = Math.max(idleMs, endsInSeconds * 1_000);
      latestMs = atMs + endsAtLatestInSeconds * 1_000;
      endsMs = Math.max(endsMs ?? 0, atMs + endsInSeconds * 1_000);
    },
    answered: (atMs) => {
      if (endsMs === null) return;
      const moved = Math.min(atMs + idleMs - WRITTEN_EVERY_MS, latestMs);
      endsMs = Math.max(endsMs, moved);
    },
    endsAtMs: () => endsMs,
  };
}
