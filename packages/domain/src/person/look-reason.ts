/** Why somebody at the desk looks at a customer. */
export const LOOK_REASONS = [
  'customer-called',
  'customer-wrote',
  'call-back',
  'work-queue',
  'complaint',
  'fraud-check',
  'other',
] as const;
export type LookReason = (typeof LOOK_REASONS)[number];

/** A reason that was given holds for so long; then it is asked again. */
export const LOOK_MINUTES = 30;

/** "Other" says nothing by itself, so it needs a sentence. */
export function isReasonTold(reason: LookReason, note: string | null): boolean {
  return reason !== 'other' || (note !== null && note.trim() !== '');
}
