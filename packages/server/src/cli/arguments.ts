import { resolve } from 'node:path';
import { type BusinessDate, parseDate } from '@roadbook/domain/time/calendar';
import { InvalidArgumentError } from 'commander';

/** npm runs a script in the project's folder; a path on the command line is the caller's. */
const callersFolder = process.env.INIT_CWD ?? process.cwd();

export function dateArgument(text: string): BusinessDate {
  const on = parseDate(text);
  if (on === null) throw new InvalidArgumentError('not a date that exists, written YYYY-MM-DD');
  return on;
}

export function codeArgument(text: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 60) return text;
  throw new InvalidArgumentError('a code of small letters, digits and hyphens');
}

export function versionArgument(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number.parseInt(text, 10);
  throw new InvalidArgumentError('a whole number from 1');
}

export function pathArgument(text: string): string {
  return resolve(callersFolder, text);
}
