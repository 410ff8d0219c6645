/**
 * Goal: no sentence of a walk carries a name of ours for a part, a damage, a rule or a guide, and
 * its counts add up: things listed are things counted are things priced.
 * Method: generated walks and every damage of every part, judged by each guide, by none, and for a
 * lender whose guide is not at hand; all words of the report are read as people read them.
 */
import { generateWalks } from '@roadbook/domain/testing/wear/walks';
import { CAR_PARTS, CAR_VIEWS, partsOf } from '@roadbook/domain/wear/walk/car-part';
import { completeness, type Finding } from '@roadbook/domain/wear/walk/condition-report';
import { DAMAGE_TYPES, damagesOf } from '@roadbook/domain/wear/walk/damage-type';
import { DEMO_GUIDES } from '@roadbook/server/lender/larkspur/wear-guides';
import { describe, expect, it, vi } from 'vitest';

vi.mock('../../shared/copy/copy.ts', () => import('../../shared/copy/testing/real-copy.ts'));

import type { ReportBlock } from '../../shared/report/report.ts';
import { countVerdicts, estimateWalk, partStates } from './estimate/estimate-walk.ts';
import { findingName } from './estimate/finding-title.ts';
import './guide/testing/larkspur-wear.ts';
import { firstGuideId } from './guide/wear-data.ts';
import { walkReport } from './report/walk-report.ts';
import { newWalk, reportOf, type Walk } from './walk.ts';
import { countWords } from './walk-words.ts';

const MADE = { at: '2026-11-22T18:00:00.000Z', timeZone: 'America/Chicago' };
const GUIDE_IDS = DEMO_GUIDES.map(({ id }) => id);

const walks: Walk[] = generateWalks(12).flatMap(({ report }) =>
  (['served', 'other', null] as const).flatMap((lender) =>
    GUIDE_IDS.map((guideId) => ({
      ...newWalk(report.takenOn, firstGuideId()),
      ...report,
      lender,
      guideId,
    })),
  ),
);

/** Every word that a report shows. */
function wordsOf(blocks: readonly ReportBlock[]): string[] {
  return blocks.flatMap(wordsOfBlock);
}

function wordsOfBlock(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return [...block.items];
    case 'facts':
      return block.rows.flatMap(({ name, value }) => [name, value]);
    case 'table':
      return [
        block.caption,
        ...block.head,
        ...block.rows.flatMap(({ cells, note = '' }) => [...cells, note]),
      ];
    case 'entry':
      return [block.title, ...block.lines, ...block.photos.map(({ caption }) => caption)];
    case 'together':
      return wordsOf(block.blocks);
    case 'drawing':
    case 'photo':
      return [block.description];
    case 'page-break':
      return [];
  }
}

const saidBy = (walk: Walk) => wordsOf(walkReport(walk, new Map(), MADE)?.blocks ?? []);

/** Names of ours that no sentence may carry: those that are no words of the language. */
const OURS = [
  ...CAR_PARTS.map(({ id }) => id),
  ...DAMAGE_TYPES,
  ...DEMO_GUIDES.flatMap(({ id, rules }) => [id, ...rules.map((rule) => rule.id)]),
  'not-looked-at',
  'changed-elsewhere',
].filter((each) => each.includes('-'));

describe('the sentences of a walk', () => {
  it('carry no name of ours for a part, a damage, a rule or a guide', () => {
    for (const walk of walks) {
      for (const text of saidBy(walk)) {
        expect(OURS.filter((each) => text.includes(each))).toEqual([]);
        expect(text).not.toMatch(/walk\.|\{|undefined|null\b/);
      }
    }
  });

  it('name every damage of every part as “Left rear door: dent, 5 in”', () => {
    for (const part of CAR_PARTS) {
      for (const damage of damagesOf(part.kind)) {
        const name = findingName(findingOf(part.id, damage));
        expect(name).toMatch(/^[A-Z][^:]*: [a-z]/);
        expect(OURS.filter((each) => name.includes(each))).toEqual([]);
      }
    }
    expect(findingName(findingOf('left-rear-door', 'dent'))).toBe('Left rear door: dent, 5 in');
  });
});

function findingOf(partId: string, damage: Finding['damage']): Finding {
  return {
    id: `${partId}-${damage}-1`,
    partId,
    damage,
    sizeMils: 5_000,
    depthMils: null,
    count: 1,
    paintBroken: false,
    inDriversView: false,
    treadThirtySeconds: 3,
    photoIds: [],
  };
}

describe('the counts of a walk', () => {
  it('are as many as it lists and prices', () => {
    for (const walk of walks) {
      const estimate = estimateWalk(walk);
      const { all, chargeable, ordinary, unknown } = countVerdicts(estimate);
      expect(all).toBe(walk.findings.length);
      expect(chargeable + ordinary + unknown).toBe(all);
      const blocks = walkReport(walk, new Map(), MADE)?.blocks ?? [];
      expect(blocks.filter(({ kind }) => kind === 'entry')).toHaveLength(all);
      const table = blocks.find(({ kind }) => kind === 'table');
      if (table?.kind !== 'table') continue;
      const priced = table.rows.filter(({ isTotal, note }) => isTotal !== true && note);
      expect(priced).toHaveLength(all);
    }
  });

  it('are said so that the parts make the whole', () => {
    const counts = { all: 3, chargeable: 1, unknown: 1, ordinary: 1 };
    expect(countWords(counts)).toBe(
      '3 things found: 1 would be charged · 1 could be charged · 1 ordinary wear',
    );
    expect(countWords({ all: 0, chargeable: 0, unknown: 0, ordinary: 0 })).toBe(
      'Nothing found yet',
    );
    for (const walk of walks) {
      const said = countWords(countVerdicts(estimateWalk(walk)));
      const [whole = 0, ...parts] = (said.match(/\d+/g) ?? []).map(Number);
      expect(parts.reduce((sum, each) => sum + each, 0)).toBe(whole);
    }
  });

  it('have every part of every side in one state', () => {
    for (const walk of walks) {
      const style = walk.bodyStyle ?? 'sedan';
      const { byView, done } = completeness(reportOf(walk));
      const inViews = CAR_VIEWS.map((view) => byView[view]);
      const sum = (of: 'done' | 'skipped' | 'left') =>
        inViews.reduce((before, each) => before + each[of].length, 0);
      expect(sum('done')).toBe(done.length);
      expect(sum('done') + sum('skipped') + sum('left')).toBe(partsOf(style).length);
      expect(partStates(walk, estimateWalk(walk)).size).toBe(sum('done') + sum('skipped'));
    }
  });
});
