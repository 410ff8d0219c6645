import type { FindingEstimate } from '@roadbook/domain/wear/charge/finding-estimate';
import { CAR_VIEWS, type CarView, partsOf } from '@roadbook/domain/wear/walk/car-part';
import { completeness } from '@roadbook/domain/wear/walk/condition-report';
import { t } from '../../../shared/copy/copy.ts';
import { formatCents } from '../../../shared/format/cents.ts';
import { formatDay } from '../../../shared/format/date.ts';
import type {
  Report,
  ReportBlock,
  ReportDrawing,
  ReportShape,
} from '../../../shared/report/report.ts';
import { carGeometry } from '../../car/car-geometry.ts';
import type { ShapeRole } from '../../car/drawing.ts';
import type { PartState } from '../../car/part-state.tsx';
import { countVerdicts, estimateWalk, inWalkOrder, partStates } from '../estimate/estimate-walk.ts';
import { findingTitle } from '../estimate/finding-title.ts';
import { chosenData } from '../guide/wear-data.ts';
import { reportOf, type Walk } from '../walk.ts';
import { adviceWords, centsRange, partName, ruleWords, viewName } from '../walk-words.ts';

/** The colors of a printed picture: white paper, dark lines, and a part's state. */
const FILLS: Partial<Record<PartState, string>> = {
  ordinary: '#bfe3d3',
  chargeable: '#f2b8b0',
  unknown: '#f3d9b3',
};
const UNFILLED: ReadonlySet<ShapeRole> = new Set(['line', 'fine', 'gleam', 'shade', 'ground']);

/**
 * A walk as a report to print or keep: the total with its lines, then view by view the picture with
 * its marks, each finding with rule, price and advice, and its photos. The same words and cents as
 * on the screen; null while no kind of car was chosen.
 */
export function walkReport(walk: Walk, photos: ReadonlyMap<string, Uint8Array>): Report | null {
  const { bodyStyle } = walk;
  if (bodyStyle === null) return null;
  const estimate = estimateWalk(walk);
  const states = partStates(walk, estimate);
  const data = chosenData(walk);
  const found = inWalkOrder(walk, estimate.findings);
  const { lowCents, likelyCents, highCents } = estimate.range;
  const car = walk.carName ?? t(`walk.style.${bodyStyle}`);
  const views = CAR_VIEWS.flatMap((view): ReportBlock[] => [
    { kind: 'heading', text: viewName(view) },
    drawingOf(walk, view, states),
    ...viewWords(walk, view),
    ...found
      .filter(({ finding }) => inView(walk, view).includes(finding.partId))
      .flatMap((each) => findingBlocks(each, photos, data !== null)),
  ]);
  return {
    title: t('walk.report.title'),
    subtitle: `${car}. ${formatDay(walk.takenOn)}.`,
    foot: t('walk.report.disclaimer'),
    language: 'en',
    blocks: [
      ...(data === null
        ? [{ kind: 'paragraph', text: t('walk.no-guide.text') } as const]
        : [
            {
              kind: 'paragraph',
              text: t('walk.report.by', { guide: data.guide.title, charges: data.charges.title }),
            } as const,
            { kind: 'paragraph', text: t('walk.bar.counts', countVerdicts(estimate)) } as const,
            totalTable(
              found,
              formatCents(String(likelyCents)),
              estimate.waivers.reduce((sum, use) => sum + use.usedCents, 0n),
            ),
          ]),
      ...(lowCents === highCents
        ? []
        : [
            {
              kind: 'paragraph',
              text: t('walk.report.range', { range: centsRange(lowCents, highCents) }),
            } as const,
          ]),
      ...views,
    ],
  };
}

function totalTable(
  found: readonly FindingEstimate[],
  total: string,
  waivedCents: bigint,
): ReportBlock {
  const rows = found.map((each) => ({
    cells: [
      `${partName(each.finding.partId)}: ${findingTitle(each.finding)}`,
      t(`walk.verdict.${each.verdict}`),
      formatCents(String(each.chargeCents)),
    ],
    note: ruleWords(each.rule),
  }));
  const waived = { cells: [t('walk.report.waived'), '', formatCents(String(-waivedCents))] };
  return {
    kind: 'table',
    caption: t('walk.estimate.name'),
    head: [t('walk.report.finding'), t('walk.report.verdict'), t('walk.report.charge')],
    rows: [
      ...rows,
      ...(waivedCents === 0n ? [] : [waived]),
      { cells: [t('amount.total'), '', total], isTotal: true },
    ],
  };
}

function inView(walk: Walk, view: CarView): string[] {
  return partsOf(walk.bodyStyle ?? 'sedan').flatMap((part) =>
    part.view === view ? [part.id] : [],
  );
}

function viewWords(walk: Walk, view: CarView): ReportBlock[] {
  const ids = inView(walk, view);
  const { skipped, left } = completeness(reportOf(walk)).byView[view];
  const fine = ids.filter((id) => walk.inspected.includes(id));
  const open = [...left, ...skipped];
  if (open.length === ids.length) {
    return [{ kind: 'paragraph', text: t('walk.report.none'), isQuiet: true }];
  }
  const words = (key: string, parts: readonly string[]): ReportBlock[] =>
    parts.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: t(key, { parts: parts.map(partName).join(', ') }),
            isQuiet: true,
          },
        ];
  return [...words('walk.report.fine', fine), ...words('walk.report.open', open)];
}

function findingBlocks(
  estimate: FindingEstimate,
  photos: ReadonlyMap<string, Uint8Array>,
  isJudged: boolean,
): ReportBlock[] {
  const { finding, verdict, rule, code } = estimate;
  const part = partName(finding.partId);
  const lines = [
    ...(isJudged ? [`${t(`walk.verdict.${verdict}`)}. ${ruleWords(rule)}`] : []),
    ...(verdict === 'ordinary' || !isJudged ? [] : [adviceWords(estimate)]),
    ...(rule === null ? [] : [t('walk.card.source', { source: rule.source })]),
    ...(code === null ? [] : [t('walk.card.code', { code })]),
    ...(finding.note === undefined ? [] : [finding.note]),
  ];
  return [
    { kind: 'paragraph', text: `${part}: ${findingTitle(finding)}` },
    { kind: 'list', items: lines },
    ...finding.photoIds.flatMap((id, index): ReportBlock[] => {
      const jpeg = photos.get(id);
      const description = t('walk.photo.of', { part, number: index + 1 });
      return jpeg === undefined ? [] : [{ kind: 'photo', description, jpeg, widthMm: 70 }];
    }),
  ];
}

function drawingOf(
  walk: Walk,
  view: CarView,
  states: ReadonlyMap<string, PartState>,
): ReportDrawing {
  const { viewBox, shapes } = carGeometry(walk.bodyStyle ?? 'sedan', view);
  const [x = 0, y = 0, width = 1, height = 1] = viewBox.split(' ').map(Number);
  return {
    kind: 'drawing',
    description: t(`walk.picture.${view}`),
    viewBox: [x, y, width, height],
    widthMm: 80,
    shapes: shapes.map(({ partId, role, d }): ReportShape => {
      const state = partId === null ? undefined : states.get(partId);
      const fill = state === undefined ? undefined : FILLS[state];
      return {
        path: d,
        stroke: '#3a3d4a',
        lineWidth: 1.2,
        ...(fill === undefined || UNFILLED.has(role) ? {} : { fill }),
      };
    }),
  };
}
