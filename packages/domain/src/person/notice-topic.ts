/** What people can choose to be told of. */
export const NOTICE_TOPICS = [
  'payments',
  'planned-payments',
  'late-payments',
  'account',
  'appointments',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];
