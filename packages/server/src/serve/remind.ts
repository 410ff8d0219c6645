import { remindOfAppointments } from '../lease-end/appointments/remind.ts';
import type { Shell } from '../operation/shell.ts';

const EVERY_MS = 5 * 60_000;
const SOON_MS = 10_000;

/** Reminds of appointments now and then, as long as the server runs. */
export function keepReminding(
  shell: Shell,
  onFault: (fault: unknown) => void,
  signal: AbortSignal,
): void {
  let timer: NodeJS.Timeout;
  const later = (ms: number): void => {
    if (signal.aborted) return;
    timer = setTimeout(() => void remind(), ms);
    timer.unref();
  };
  const remind = async (): Promise<void> => {
    await remindOfAppointments(shell).catch(onFault);
    later(EVERY_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  later(SOON_MS);
}
