import type { Writer } from '../book/write/writer.ts';
import type { Lender } from '../lender/lender.ts';
import type { Store } from '../platform/database/store.ts';
import type { PaymentGateway } from '../platform/gateway/payment-gateway.ts';
import type { KeyRing } from '../platform/keys/key-ring.ts';

/** Everything a handler may use. */
export type Shell = {
  readonly store: Store;
  readonly writer: Writer;
  readonly ring: KeyRing;
  /** Where the keys of an embedded installation are kept; null where the operator gives them. */
  readonly keyFile?: string | null;
  readonly lender: Lender;
  readonly gateway: PaymentGateway;
  readonly clock: () => number;
  /** By what people can be reached; both where it is not said. */
  readonly post?: { readonly mail: boolean; readonly text: boolean };
};
