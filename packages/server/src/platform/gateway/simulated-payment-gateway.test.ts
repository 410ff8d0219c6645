import { expect, test } from 'vitest';
import { REFUSED_LAST_FOUR, simulatedPaymentGateway } from './simulated-payment-gateway.ts';

const debit = (key: string, lastFour = '6789') =>
  simulatedPaymentGateway().authorize({ key, methodId: 'm', amountCents: 100n, lastFour });

test('the same debit gets the same reference from any instance, another one another', async () => {
  const answer = await debit('contract:pay:1');
  expect(answer).toEqual({
    outcome: 'authorized',
    reference: expect.stringMatching(/^SIM-[0-9a-f]{12}$/),
  });
  expect(await debit('contract:pay:1')).toEqual(answer);
  expect(await debit('contract:pay:2')).not.toEqual(answer);
});

test('an account that ends in the refused digits is refused', async () => {
  expect(await debit('key', REFUSED_LAST_FOUR)).toMatchObject({ outcome: 'refused' });
});

test('it says that it simulates', () => {
  expect(simulatedPaymentGateway().simulated).toBe(true);
});
