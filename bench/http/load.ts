/** What the load generator is told to send, and what it answers. */

/** Requests of one kind, each drawn anew: the ids stand in the parent's database. */
export type Requests =
  | {
      readonly kind: 'payment';
      readonly token: string;
      readonly contractIds: readonly string[];
      readonly receivedOn: string;
    }
  | {
      readonly kind: 'overview';
      /** Whose contract, with that person's session. */
      readonly visits: readonly { readonly contractId: string; readonly cookie: string }[];
    };

export type LoadOrder =
  | { readonly order: 'requests'; readonly port: number; readonly requests: Requests }
  | { readonly order: 'run'; readonly connections: number; readonly ms: number };

export type LoadResult = {
  readonly perSecond: number;
  /** How much of one core the generator took: the server had that much less. */
  readonly cpuShare: number;
};
