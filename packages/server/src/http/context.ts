import type { Writer } from '../command/writer.ts';
import type { PaymentGateway } from '../gateway/payment-gateway.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Lender } from '../lender/lender.ts';
import type { Store } from '../store/store.ts';

/** Everything a handler may use. */
export type Shell = {
  readonly store: Store;
  readonly writer: Writer;
  readonly ring: KeyRing;
  readonly lender: Lender;
  readonly gateway: PaymentGateway;
  readonly clock: () => number;
};
