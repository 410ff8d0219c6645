import { i18n } from '@lingui/core';
import { messages } from './en/everywhere.po';

i18n.load('en', messages);
i18n.activate('en');

/** What a sentence may have filled in: texts and whole numbers (for plurals). */
export type CopyValues = Readonly<Record<string, string | number>>;

/** The sentence that stands under a key in the catalogue, with its values filled in. */
export function t(key: string, values?: CopyValues): string {
  return values === undefined ? i18n._(key) : i18n._(key, values);
}

/**
 * Whether the catalogue knows a key: for codes that come over the wire and may be newer than we.
 */
export function hasCopy(key: string): boolean {
  return Object.hasOwn(i18n.messages, key);
}
