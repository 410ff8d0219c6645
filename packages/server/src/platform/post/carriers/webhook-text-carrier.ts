import { NotDelivered } from '../not-delivered.ts';
import type { Carrier, Parcel } from './carrier.ts';

const ANSWER_MS = 10_000;

/** Answers that concern every text: the sender is not known, or sends too much. */
const ABOUT_US: ReadonlySet<number> = new Set([401, 403, 404, 407, 408, 425, 429]);

/**
 * Hands texts to the lender's own gateway: one POST of `{id, to, text}` as JSON for each. The id is
 * the same over all attempts. 2xx is taken; another 4xx is final, everything else is tried again.
 */
export function webhookTextCarrier(address: string): Carrier {
  const url = new URL(address);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const secret = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (username !== '') headers.authorization = `Basic ${Buffer.from(secret).toString('base64')}`;
  return {
    name: 'webhook',
    simulated: false,
    send: async (parcel, mayLeave) => {
      await mayLeave;
      const status = await post(url, headers, parcel);
      if (status >= 200 && status < 300) return;
      const isFinal = status >= 400 && status < 500 && !ABOUT_US.has(status);
      throw new NotDelivered(`text-${status}`, isFinal ? 'give-up' : 'pause');
    },
    close: () => undefined,
  };
}

/** The status of the answer; what fails on the way is told without its words. */
async function post(url: URL, headers: Record<string, string>, { id, to, letter }: Parcel) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id, to, text: letter.text }),
      // Where the texts of customers go is set here, not by whoever answers.
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new NotDelivered(isLate ? 'text-silent' : 'text-unreachable', 'pause');
  }
}
