import { createHash } from 'node:crypto';
import type { PaymentGateway } from './payment-gateway.ts';

/** An account ending in these digits is refused: the failure switch of the simulation. */
export const REFUSED_LAST_FOUR = '0000';

/**
 * A gateway that moves no money. It is deterministic: the reference follows from the key, and
 * accounts ending in 0000 are refused. With a database server it only starts when
 * `ROADBOOK_SIMULATE=1` says that this is meant.
 */
export function simulatedPaymentGateway(): PaymentGateway {
  return {
    name: 'simulated',
    simulated: true,
    authorize: async ({ key, lastFour }) => {
      if (lastFour === REFUSED_LAST_FOUR) return { outcome: 'refused', reason: 'account-closed' };
      const reference = createHash('sha256').update(key).digest('hex').slice(0, 12);
      return { outcome: 'authorized', reference: `SIM-${reference}` };
    },
    submit: async () => undefined,
  };
}
