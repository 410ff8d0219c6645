/**
 * The words as people read them: the catalogues themselves but for the lender's own voice, compiled
 * here as the build compiles them. A test puts this in place of `shared/copy/copy.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const messages: Record<string, string> = {};
const folder = new URL('../en/', import.meta.url);
for (const name of readdirSync(folder).filter((each) => !each.startsWith('own-'))) {
  const found = readFileSync(new URL(name, folder), 'utf8').matchAll(
    /^msgid "(.+)"\nmsgstr "(.*)"$/gm,
  );
  for (const [, key = '', words = ''] of found) messages[key] = words;
}
const i18n = setupI18n({ locale: 'en', messages: { en: messages } });
i18n.setMessagesCompiler(compileMessage);

/** A key without a sentence is a fault of the test's subject, and throws. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  if (!(key in messages)) throw new RangeError(`no sentence for ${key}`);
  return i18n._(key, values);
}

export function hasCopy(key: string): boolean {
  return key in messages;
}
