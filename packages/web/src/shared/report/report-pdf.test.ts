import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { Report } from './report.ts';
import { reportPdf } from './report-pdf.ts';
import { pdfText } from './testing/pdf-text.ts';

const find = createRequire(import.meta.url).resolve;
const cut = (weight: number) =>
  readFileSync(find(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`));
const FONTS = { regular: cut(400), bold: cut(600) };

const REPORT: Report = {
  title: 'Giving the car back',
  subtitle: 'Made on November 22, 2026',
  language: 'en',
  foot: 'Nobody but you has these figures.',
  blocks: [
    { kind: 'heading', text: 'What it costs' },
    { kind: 'paragraph', text: 'Most likely 2,363.84 by Wednesday, February 24, 2027.' },
    {
      kind: 'table',
      caption: 'Return',
      head: ['', 'Amount'],
      rows: [
        { cells: ['Payments to come', '1,330.38'], note: '3 × 443.46' },
        { cells: ['Disposition fee', '400.00'] },
        { cells: ['Total', '1,730.38'], isTotal: true },
      ],
    },
    {
      kind: 'drawing',
      description: 'A line of 3 inches',
      viewBox: [0, 0, 76.2, 10],
      widthMm: 76.2,
      shapes: [{ path: 'M0 5 H76.2', stroke: '#000000', lineWidth: 0.3 }],
    },
  ],
};

describe('a report as a PDF', () => {
  test('says everything the report says, in order', async () => {
    const text = pdfText(await reportPdf(REPORT, FONTS, new Date(0), false));
    const said = ['Giving the car back', 'What it costs', '1,330.38', '400.00', '1,730.38'];
    const places = said.map((each) => text.indexOf(each));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('is tagged, in its language, and says what its pictures show', async () => {
    const bytes = await reportPdf(REPORT, FONTS, new Date(0), false);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/Lang (en)');
    expect(raw).toMatch(/\/S \/Table/);
    expect(raw).toContain('A line of 3 inches');
    expect(raw).not.toContain('/BaseFont /Helvetica');
  });

  test('goes on over as many pages as it needs', async () => {
    const row = { cells: ['A charge', '1.00'], note: 'a rule that takes its own line' };
    const rows = Array.from({ length: 120 }, () => row);
    const block = { kind: 'table' as const, caption: 'Long', head: ['', 'Amount'], rows };
    const bytes = await reportPdf({ ...REPORT, blocks: [block] }, FONTS, new Date(0), false);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(4);
    expect(pdfText(bytes).match(/1\.00/g)).toHaveLength(120);
  });
});
