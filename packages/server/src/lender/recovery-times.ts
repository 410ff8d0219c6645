/** How a lender lets somebody back in who lost everything. Times are the lender's policy. */
export type RecoveryTimes = {
  /** Between the letter or the call and the way in: all addresses on file are told of it. */
  readonly waitHours: number;
  /** After it: no bank account and no contact data can be changed. */
  readonly quietHours: number;
  /** How long a letter takes at most; so long no late fee falls while somebody waits for it. */
  readonly letterDays: number;
};

/** Where a lender's file says nothing. */
export const USUAL_RECOVERY: RecoveryTimes = { waitHours: 48, quietHours: 24, letterDays: 10 };

export function recoveryTimes({ recovery }: { readonly recovery?: RecoveryTimes }): RecoveryTimes {
  return recovery ?? USUAL_RECOVERY;
}
