import { readFileSync } from 'node:fs';
import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import PO from 'pofile';

/** The languages that letters are written in. */
export type LetterLang = 'en';

/**
 * The catalogue of letters, read from the same kind of file and filled in by the same library as
 * that of the screens; only that the screens’ is compiled when they are built.
 */
const english = catalogueOf('en');

function catalogueOf(lang: LetterLang): I18n {
  const file = new URL(`./copy/${lang}/post.po`, import.meta.url);
  const messages: Messages = {};
  for (const { msgid, msgstr } of PO.parse(readFileSync(file, 'utf8')).items) {
    messages[msgid] = compileMessage(msgstr[0] ?? '');
  }
  return setupI18n({ locale: lang, messages: { [lang]: messages } });
}

/** The sentence under a key, with its values filled in; throws where there is none. */
export function say(
  _lang: LetterLang,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  if (!hasWords(key)) throw new RangeError(`no words under ${key}`);
  return english._(key, values);
}

export function hasWords(key: string): boolean {
  return Object.hasOwn(english.messages, key);
}
