/**
 * Stored JSON with its codes as spelled today. Builds before migration 0012 wrote `cheque`;
 * hashes are of the text as it was written, so what is stored stays and the reader translates.
 */
export function inTodaysWords(text: string): string {
  return text.includes('"cheque"') ? text.replaceAll('"cheque"', '"check"') : text;
}
