import { randomUUID } from 'node:crypto';
import { receivePayment } from '@roadbook/domain/payment/receive-payment';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { hashInput } from '@roadbook/server/book/write/command';
import type { Writer } from '@roadbook/server/book/write/writer';
import type { Random } from '../measure/random.ts';

/**
 * A payment that arrived, through the whole write path, exactly as the integrator's handler asks.
 */
export async function payContract(
  writer: Writer,
  contractIds: readonly string[],
  receivedOn: BusinessDate,
  random: Random,
): Promise<void> {
  const contractId = random.pick(contractIds);
  const amount = random.whole(5_000, 50_000).toString();
  const result = await writer.run({
    contractId,
    key: `arrived:${randomUUID()}`,
    inputHash: hashInput('arrived', amount, 'regular', 'integrator', receivedOn),
    decide: (contract, businessDate, history) =>
      receivePayment(
        contract,
        {
          amountCents: BigInt(amount),
          purpose: 'regular',
          channel: 'integrator',
          source: 'arrived',
          methodId: null,
          receivedOn,
        },
        businessDate,
        history,
      ),
  });
  if (result.outcome !== 'done') throw new Error(`a payment was not made: ${result.outcome}`);
}
