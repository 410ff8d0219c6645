import type { QuestionField } from './question-field.ts';

/** How many offers, and how many earlier readings, one screen has room for. */
export const ROWS = [0, 1, 2] as const;

export const OFFERS: readonly QuestionField[] = ROWS.flatMap((at) => [
  { id: `offerCents${at}`, kind: 'cents' },
  { id: `offerUntil${at}`, kind: 'date' },
]);

export const READINGS: readonly QuestionField[] = ROWS.flatMap((at) => [
  { id: `readMiles${at}`, kind: 'miles' },
  { id: `readOn${at}`, kind: 'date' },
]);
