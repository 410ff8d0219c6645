import { codes, integer, moneyCents, type Stated } from './ex102-record.ts';

/** What boarding does with one element. Every element of both tables has one of these. */
export type ElementUse =
  /** The contract is made of it. */
  | { readonly use: 'mapped'; readonly to: string }
  /** The contract does not hold it, but other values of the record are held against it. */
  | { readonly use: 'checked'; readonly against: string }
  /**
   * Not used, and counted by name for the file. Where `matters` says that the value would have
   * changed the contract, it is recorded with the contract too.
   */
  | { readonly use: 'not-used'; readonly because: string; readonly matters?: Matters };

type Matters = (record: Stated) => boolean;

export type ElementUses = Readonly<Record<string, ElementUse>>;
export const mapped = (to: string): ElementUse => ({ use: 'mapped', to });
export const checked = (against: string): ElementUse => ({ use: 'checked', against });
export const notUsed = (because: string, matters?: (record: Stated) => boolean): ElementUse =>
  matters === undefined ? { use: 'not-used', because } : { use: 'not-used', because, matters };

/** Facts about the deal, its investors or its servicer, which no customer's contract holds. */
export const OF_THE_DEAL = notUsed('says something of the deal, not of the contract');
/** Facts of how the customer was approved; nothing is computed of them. */
export const OF_THE_APPROVAL = notUsed('says how the contract was approved');
/** What moved in the period; the balances that it left are read. */
export const OF_THE_PERIOD = notUsed('what moved in the period; its balances are read');

export const isStated =
  (name: string) =>
  (record: Stated): boolean =>
    codes(record, name).length > 0;

export const isOverZero =
  (name: string) =>
  (record: Stated): boolean =>
    (moneyCents(record, name) ?? 0n) > 0n;

export const isCounted =
  (name: string) =>
  (record: Stated): boolean =>
    (integer(record, name) ?? 0) > 0;
