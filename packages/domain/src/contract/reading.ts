import type { BusinessDate } from '../time/calendar.ts';

/** What the odometer showed on a day. */
export type OdometerReading = { readonly miles: number; readonly on: BusinessDate };

/** Who can have read an odometer. */
export const READING_SOURCES = ['file', 'lessee', 'inspection', 'return'] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];

/**
 * Why a reading that does not fit is right all the same: one before it was wrong, the odometer was
 * replaced (which is lawful), or the figure was read again and is as it was told.
 */
export const READING_REASONS = ['earlier-wrong', 'odometer-replaced', 'checked'] as const;
export type ReadingReason = (typeof READING_REASONS)[number];

/** A reading with who read it, and why it does not fit the others where it does not. */
export type LeaseReading = OdometerReading & {
  readonly source: ReadingSource;
  readonly reason: ReadingReason | null;
};
