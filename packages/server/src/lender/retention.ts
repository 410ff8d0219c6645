import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** What is kept for a time and then removed; what belongs to a contract is kept with it. */
export const RETENTION_KINDS = [
  'problem',
  'letter',
  'security-notice',
  'device',
  'network',
  'invitation',
  'call-back',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** For how many days each is kept, from a day on until the next policy's. */
export type RetentionPolicy = {
  readonly from: BusinessDate;
  readonly keptDays: Readonly<Record<RetentionKind, number>>;
};

/**
 * Where a lender's file says nothing. Letters and notices are kept as long as the history of
 * sign-ins, so that both can be read together; whoever was told a reference may call for a month.
 */
export const USUAL_RETENTION: RetentionPolicy['keptDays'] = {
  problem: 30,
  letter: 400,
  'security-notice': 400,
  // As long as browsers keep cookies.
  device: 400,
  // Many people share a network, and it goes to others.
  network: 90,
  invitation: 400,
  'call-back': 400,
};

/** The days that hold on a day: of the latest policy that has begun. */
export function retentionOn(
  { retention = [] }: { readonly retention?: readonly RetentionPolicy[] },
  on: string,
): RetentionPolicy['keptDays'] {
  const begun = retention.filter(({ from }) => from <= on);
  return begun.at(-1)?.keptDays ?? USUAL_RETENTION;
}
