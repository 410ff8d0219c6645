/**
 * Goal: the PDF of a walk is a paper that proves something: no photo is parted from its words,
 * every heading has its content, the foot is clear of the number of the page, and odd photos fit.
 * Method: a walk with many findings and photos of every shape is drawn, and the paper is read back
 * with poppler, page by page, where it is installed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { date } from '@roadbook/domain/time/calendar';
import { CAR_VIEWS, partsOf } from '@roadbook/domain/wear/walk/car-part';
import type { Finding } from '@roadbook/domain/wear/walk/condition-report';
import { damagesOf, measuredBy } from '@roadbook/domain/wear/walk/damage-type';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('../../../shared/copy/copy.ts', () => import('../../../shared/copy/testing/real-copy.ts'));

import { reportPdf } from '../../../shared/report/report-pdf.ts';
import { findingName } from '../estimate/finding-title.ts';
import '../guide/testing/larkspur-wear.ts';
import { firstGuideId } from '../guide/wear-data.ts';
import { newWalk, type Walk } from '../walk.ts';
import { walkReport } from './walk-report.ts';

const find = createRequire(import.meta.url).resolve;
const cut = (weight: number) =>
  readFileSync(find(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`));
const FONTS = { regular: cut(400), bold: cut(600) };
const MADE = { at: '2026-11-29T21:45:00.000Z', timeZone: 'America/Chicago' };
const LETTER = { width: 612, height: 792 };

/** Upright, wide, square, a panorama, a pillar, and tiny. */
const SHAPES = [
  [1_200, 1_600],
  [1_600, 1_200],
  [1_000, 1_000],
  [1_600, 200],
  [160, 1_600],
  [40, 30],
] as const;

/** The head of a JPEG of one color: all that a PDF needs to know of it. Each width is another. */
function jpegOf(width: number, height: number): Uint8Array {
  const [w, h] = [width, height].map((side) => [side >> 8, side & 255]);
  const frame = [8, ...h!, ...w!, 1, 1, 0x11, 0];
  return Uint8Array.from([255, 216, 255, 192, 0, frame.length + 2, ...frame, 255, 217]);
}

const photos = new Map<string, Uint8Array>();
/** One part of each side is fine, and every other has a mark. */
const fine = CAR_VIEWS.flatMap((view) => partsOf('suv').find((part) => part.view === view)!.id);
const marked = partsOf('suv').filter(({ id }) => !fine.includes(id));
const findings = marked.map((part, index): Finding => {
  const damage = damagesOf(part.kind)[0]!;
  const photoIds = Array.from({ length: [1, 0, 3, 8, 2][index % 5]! }, () => {
    const [width, height] = SHAPES[photos.size % SHAPES.length]!;
    const id = `photo-${String(photos.size + 1)}`;
    photos.set(id, jpegOf(width + photos.size, height));
    return id;
  });
  return {
    id: `${part.id}-${damage}-1`,
    partId: part.id,
    damage,
    sizeMils: measuredBy(damage) === 'size' ? 1_500 : null,
    depthMils: null,
    count: 1,
    paintBroken: false,
    inDriversView: false,
    treadThirtySeconds: measuredBy(damage) === 'tread' ? 3 : null,
    ...(index % 7 === 0 ? { note: 'A shopping cart did this in March. '.repeat(14) } : {}),
    photoIds,
  };
});
const walk: Walk = {
  ...newWalk(date('2026-11-29'), firstGuideId()),
  bodyStyle: 'suv',
  lender: 'served',
  carName: '2003 Honda',
  vin: '1HGCM82633A004352',
  odometerMiles: 33_200,
  startedAt: '2026-11-29T21:10:00.000Z',
  changedAt: '2026-11-29T21:42:00.000Z',
  photoTimes: Object.fromEntries([...photos.keys()].map((id) => [id, '2026-11-29T21:20:00.000Z'])),
  findings,
  inspected: fine,
};

const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

let folder = '';
let path = '';
const read = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 100_000_000 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-pdf-'));
  path = join(folder, 'walk.pdf');
  const report = walkReport(walk, photos, MADE);
  if (report === null) throw new Error('a walk with a car has a report');
  writeFileSync(path, await reportPdf(report, FONTS, new Date(MADE.at)));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(hasPoppler)('the PDF of a walk', () => {
  const pages = (): string[] => read('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
  const flat = (text: string) => text.replace(/\s+/g, ' ');

  it('says the car, its VIN, its miles, and when it was walked in which zone', () => {
    const [first = ''] = pages().map(flat);
    expect(first).toContain('2003 Honda');
    expect(first).toContain('1HGCM82633A004352');
    expect(first).toContain('33,200 miles');
    expect(first).toContain('Sunday, November 29, 2026, 3:10 PM to 3:42 PM CST');
    expect(first).toContain('(America/Chicago)');
  });

  it('has each photo on the page of its words', () => {
    const titles = pages().map(flat);
    const pageOfWidth = new Map(
      read('pdfimages', '-list', path)
        .split('\n')
        .slice(2)
        .filter((line) => line.trim() !== '')
        .map((line) => line.trim().split(/\s+/))
        .map(([page, , , width]) => [Number(width), Number(page)]),
    );
    const ids = [...photos.keys()];
    let seen = 0;
    for (const finding of findings) {
      for (const id of finding.photoIds) {
        const [width] = SHAPES[ids.indexOf(id) % SHAPES.length]!;
        const page = pageOfWidth.get(width + ids.indexOf(id));
        expect(page, id).toBeDefined();
        expect(titles[page! - 1]).toContain(flat(findingName(finding)));
        seen += 1;
      }
    }
    expect(seen).toBe(photos.size);
  });

  it('keeps the foot clear of the number and everything on the paper', () => {
    const boxes = wordBoxes(read('pdftotext', '-bbox', path, '-'));
    expect(boxes.length).toBeGreaterThan(5);
    for (const [index, words] of boxes.entries()) {
      for (const { left, right, top, bottom } of words) {
        expect(left >= 0 && right <= LETTER.width && top >= 0 && bottom <= LETTER.height).toBe(
          true,
        );
      }
      const foot = words.filter(({ top }) => top > LETTER.height - 54);
      const number = foot.filter(({ text, left }) => /^[\d/]+$/.test(text) && left > 500);
      expect(number.map(({ text }) => text).join(' ')).toBe(`${index + 1} / ${boxes.length}`);
      const numberLeft = Math.min(...number.map(({ left }) => left));
      const others = foot.filter((each) => !number.includes(each));
      expect(others.length).toBeGreaterThan(3);
      for (const { right } of others) expect(right).toBeLessThan(numberLeft - 10);
      expect(others.map(({ text }) => text).join(' ')).toContain('1HGCM82633A004352');
    }
  });

  it('has every heading with its content: no page ends with one', () => {
    const headings = /^(Front|Left side|Rear|Right side|Roof|Inside|What came with it)$/;
    for (const page of pages()) {
      const lines = page.split('\n').map((line) => line.trim());
      const body = lines.filter((line) => line !== '' && !/ · .*2026/.test(line));
      expect(body.at(-1)).not.toMatch(headings);
    }
  });
});

type WordBox = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

function wordBoxes(html: string): WordBox[][] {
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g,
        ),
      ].map(([, left, top, right, bottom, text = '']) => ({
        text,
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      })),
    );
}
