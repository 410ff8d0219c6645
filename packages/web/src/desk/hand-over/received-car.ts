import type { Said } from '../wire/desk-client.ts';

/** A car that was found by its VIN. */
export type Car = Said<'findCarToReceive'>;

/** A receipt as it was recorded, with the reading that stands on it. */
export type Taken = Said<'recordCarReceipt'> & { readonly miles: number };
