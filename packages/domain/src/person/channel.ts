/** How a message reaches a person. */
export const CHANNELS = ['mail', 'text'] as const;
export type Channel = (typeof CHANNELS)[number];
