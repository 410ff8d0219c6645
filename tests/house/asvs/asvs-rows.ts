/** The requirements of ASVS 5.0 that apply, as rows.txt says, and the document made of them. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export type AsvsRow = {
  readonly id: string;
  readonly level: string;
  readonly words: string;
  readonly verdict: string;
  /** The file that shows it, or why it is not met or does not apply. */
  readonly because: string;
};

export function readAsvsRows(): readonly AsvsRow[] {
  const text = readFileSync(new URL('./rows.txt', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => !/^(#|$)/.test(line));
  return lines.map((line) => {
    const parts = line.split('|');
    const [id = '', level = '', words = '', verdict = '', because = ''] = parts;
    if (parts.length !== 5) throw new Error(`not five parts: ${line}`);
    return { id, level, words, verdict, because };
  });
}

/** Where vitest looks; see vitest.config.ts. */
const RUNS = /^(packages\/[^/]+\/(src|testing)|tests|bench|scripts)\/.+\.test\.tsx?$/;
const DOCUMENT = /(\.md|\.json)$/;

/** What is wrong with a row, or null. */
export function faultOf({ id, level, words, verdict, because }: AsvsRow): string | null {
  if (!/^\d+(\.\d+)*([-,] ?\d+(\.\d+)*)*$/.test(id)) return `${id} is no requirement`;
  if (!/^[123]$/.test(level) || words === '') return `${id} has no level or no words`;
  if (!['met', 'not met', 'n/a'].includes(verdict)) return `${id} has no verdict`;
  if (verdict !== 'met') return because.length > 5 ? null : `${id} does not say why`;
  if (!existsSync(`${root}${because}`)) return `${id} claims ${because}, which is not there`;
  if (DOCUMENT.test(because)) return null;
  if (!RUNS.test(because)) return `${id} claims ${because}, which no run of tests takes`;
  const text = readFileSync(`${root}${because}`, 'utf8');
  return /\b(describe|test)\.(skip|todo|only)\b/.test(text)
    ? `${id} claims ${because}, of which something is skipped`
    : null;
}

/** docs/asvs.md. */
export function asvsDocument(rows: readonly AsvsRow[]): string {
  const count = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length;
  const lines = rows.map(({ id, level, words, verdict, because }) => {
    const shown = verdict === 'met' ? `[${because.split('/').at(-1)}](../${because})` : because;
    return `| ${id} | ${level} | ${words} | ${verdict} | ${shown} |`;
  });
  return `# OWASP ASVS 5.0

What of the [Application Security Verification Standard](https://github.com/OWASP/ASVS) 5.0 is met, in
our own short words: level 2 for customers, level 3 for staff. A row that is met names a test, or the
document that the requirement asks for. This is our own judgment and nobody's audit.

${count('met')} rows are met, ${count('not met')} are not, and ${count('n/a')} do not apply.

Printed from \`tests/house/asvs/rows.txt\`; a test compares the two and looks for every test that is
named. Print it again with \`node --import tsx tests/house/asvs/print-asvs.ts > docs/asvs.md\`.

| requirement | level | in short | verdict | shown by, or why |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}
