/** Letters on paper, as their readers see them: whose they are, and the code. */
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { pdfText } from '../../../packages/web/src/shared/report/testing/pdf-text.ts';

/** The codes of invitations by name; a name may be drawn in several pieces of the typeface. */
export async function codesOfLetters(path: string): Promise<Map<string, string>> {
  const words = pdfText(inflated(await readFile(path))).replaceAll('\n', '');
  const letters = words.matchAll(/Hello ([^,]+),.*?Your code([2-9A-Z]{4}(?:-[2-9A-Z]{4}){2})/g);
  return new Map([...letters].map(([, name = '', code = '']) => [name, code]));
}

/** A PDF with its streams as they were before they were packed; those that were not stay. */
function inflated(pdf: Buffer): Buffer {
  const text = pdf
    .toString('latin1')
    .replace(/stream\r?\n([\s\S]*?)\nendstream/g, (whole, body: string) => {
      try {
        const plain = inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
        return `stream\n${plain}\nendstream`;
      } catch {
        return whole;
      }
    });
  return Buffer.from(text, 'latin1');
}
