import type { Store } from '../../database/store.ts';
import type { Carrier, Carriers } from './carrier.ts';
import { insertDemoLetter } from './demo-letter.sql.ts';

/**
 * Carriers that bring everything into the demonstration's mailbox, `/demo/mailbox`, and nothing
 * out of the house.
 */
export function simulatedCarriers(store: Store, clock: () => number): Carriers {
  const carrierOf = (channel: 'mail' | 'text'): Carrier => ({
    name: 'simulated',
    simulated: true,
    send: async (parcel, mayLeave) => {
      await mayLeave;
      await insertDemoLetter(store, channel, parcel, clock());
    },
    close: () => undefined,
  });
  return { mail: carrierOf('mail'), text: carrierOf('text') };
}
