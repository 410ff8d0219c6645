/**
 * Goal: a PDF of a plan or a walk has the same cents as the rules give anywhere.
 * Method: for generated leases and walks the report's cells are held to the functions of the domain
 * called here; then the words read back out of the drawn file are held to the report's cells.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { waysOutOn } from '@roadbook/domain/lease-end/planner/outlook';
import { generateLeases, outlookOf } from '@roadbook/domain/testing/lease-end/plans';
import { generateWalks } from '@roadbook/domain/testing/wear/walks';
import { wearEstimate } from '@roadbook/domain/wear/charge/estimate';
import { expect, test, vi } from 'vitest';
import { effort } from '../../../../tests/house/effort.ts';
import { formatCents } from '../shared/format/cents.ts';
import type { Report } from '../shared/report/report.ts';
import { reportPdf } from '../shared/report/report-pdf.ts';
import { pdfText } from '../shared/report/testing/pdf-text.ts';
import './walk/guide/testing/larkspur-wear.ts';
import { newWalk, type Walk } from './walk/walk.ts';

// The catalogue is compiled by the build; here a sentence is its key.
vi.mock('../shared/copy/copy.ts', () => ({ t: (key: string) => key, hasCopy: () => true }));
const { planReport } = await import('./plan/plan-report.ts');
const { chosenData, firstGuideId } = await import('./walk/guide/wear-data.ts');
const { walkReport } = await import('./walk/report/walk-report.ts');

const MADE = { at: '2026-11-22T18:00:00.000Z', timeZone: 'America/Chicago' };
const MINUTES_10 = 600_000;
const find = createRequire(import.meta.url).resolve;
const cut = (weight: number) =>
  readFileSync(find(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`));
const FONTS = { regular: cut(400), bold: cut(600) };

const leases = generateLeases(effort(1_000));
const walks = generateWalks(effort(500));

function rowsOf(report: Report): readonly (readonly string[])[] {
  return report.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(({ cells }) => cells) : [],
  );
}

/** Every amount that the report shows stands in the file, as often as in the report. */
async function expectDrawn(report: Report): Promise<void> {
  const drawn = pdfText(await reportPdf(report, FONTS, new Date(0), false)).split('\n');
  const shown = rowsOf(report).flatMap((cells) => cells.filter((each) => /^-?\$/.test(each)));
  const count = (list: readonly string[], text: string) => list.filter((each) => each === text);
  for (const amount of new Set(shown)) {
    expect(count(drawn, amount).length).toBeGreaterThanOrEqual(count(shown, amount).length);
  }
}

function walkOf(generated: ReturnType<typeof generateWalks>[number]): Walk {
  const { bodyStyle, findings, inspected, skipped, takenOn } = generated.report;
  const walk = newWalk(takenOn, firstGuideId());
  return { ...walk, bodyStyle, findings, inspected, skipped, lender: 'served' };
}

test(
  'a plan’s report has the cents of every way out on every day',
  () => {
    let compared = 0;
    for (const lease of leases) {
      const outlook = outlookOf(lease);
      if (outlook === null) continue;
      for (const on of lease.dates.filter((each) => each >= lease.asOf)) {
        const rows = rowsOf(planReport(outlook, [], on, { repairs: [], chosen: [] }));
        waysOutOn(outlook, on).forEach((figure, index) => {
          if (!figure.isOpen) return;
          const [, paid, , net] = rows[index] ?? [];
          expect(paid).toBe(formatCents(`${figure.cash.totalCents}`));
          expect(net).toBe(formatCents(`${figure.net.likelyCents}`));
          compared += 1;
        });
      }
    }
    expect(compared).toBeGreaterThan(leases.length * 10);
  },
  MINUTES_10,
);

test(
  'a walk’s report has the cents of every finding and of their sum',
  () => {
    for (const generated of walks) {
      const walk = walkOf(generated);
      const report = walkReport(walk, new Map(), MADE);
      const data = chosenData(walk);
      if (data === null) throw new Error('the demonstration has a guide');
      const { guide, charges } = data;
      const estimate = wearEstimate(generated.report, guide, charges, [], walk.takenOn);
      const rows = report === null ? [] : rowsOf(report);
      const shown = rows.slice(0, -1).map((cells) => cells.at(-1) ?? '');
      const wanted = estimate.findings.map(({ chargeCents }) => formatCents(`${chargeCents}`));
      expect(shown.toSorted()).toEqual(wanted.toSorted());
      expect(rows.at(-1)?.at(-1)).toBe(formatCents(`${estimate.total.totalCents}`));
    }
  },
  MINUTES_10,
);

test(
  'what a report says is what its file shows',
  async () => {
    for (const lease of leases.slice(0, effort(100))) {
      const outlook = outlookOf(lease);
      const on = lease.dates.find((each) => each >= lease.asOf);
      if (outlook === null || on === undefined) continue;
      await expectDrawn(planReport(outlook, [], on, { repairs: [], chosen: [] }));
    }
    for (const generated of walks.slice(0, effort(100))) {
      const report = walkReport(walkOf(generated), new Map(), MADE);
      if (report !== null) await expectDrawn(report);
    }
  },
  MINUTES_10,
);
