import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
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
import { estimateWalk, inWalkOrder, partStates } from '../estimate/estimate-walk.ts';
import { findingName } from '../estimate/finding-title.ts';
import { rangeWords } from '../estimate/range-words.ts';
import { judgingOf } from '../guide/wear-data.ts';
import { reportOf, type Walk } from '../walk.ts';
import { centsRange, partName, ruleWords, viewName } from '../walk-words.ts';
import { findingEntry, type ReportMade } from './finding-entry.ts';
import { photoMoment, walkFacts } from './walk-facts.ts';

/** The colors of a printed picture: white paper, dark lines, and a part's state. */
const FILLS: Partial<Record<PartState, string>> = {
  ordinary: '#bfe3d3',
  chargeable: '#f2b8b0',
  unknown: '#f3d9b3',
};
const UNFILLED: ReadonlySet<ShapeRole> = new Set(['line', 'fine', 'gleam', 'shade', 'ground']);

/**
 * A walk as a report to print or keep: which car, when and how far it was walked, the total with
 * its lines, then view by view the picture with its marks and each finding with its photos beside
 * it. The same words and cents as on the screen; null while no kind of car was chosen.
 */
export function walkReport(
  walk: Walk,
  photos: ReadonlyMap<string, Uint8Array>,
  made: ReportMade,
): Report | null {
  const { bodyStyle } = walk;
  if (bodyStyle === null) return null;
  const estimate = estimateWalk(walk);
  const states = partStates(walk, estimate);
  const found = inWalkOrder(walk, estimate.findings);
  const facts = walkFacts(walk, made.timeZone);
  const views = CAR_VIEWS.flatMap((view): ReportBlock[] => [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', text: viewName(view) },
        drawingOf(walk, view, states),
        ...viewWords(walk, view),
      ],
    },
    ...found
      .filter(({ finding }) => inView(walk, view).includes(finding.partId))
      .map((each) => findingEntry(each, walk, photos, made)),
  ]);
  return {
    title: t('walk.report.title'),
    subtitle: t('walk.report.made', {
      moment: photoMoment(made.at, made.timeZone),
      zone: made.timeZone,
    }),
    foot: footOf(walk),
    language: 'en',
    blocks: [
      { kind: 'facts', rows: facts },
      { kind: 'paragraph', text: t('walk.report.disclaimer'), isQuiet: true },
      ...amountBlocks(walk, estimate, found),
      ...views,
    ],
  };
}

/** Each page says whose it is: the car, its VIN, and the day of the walk. */
function footOf({ carName, bodyStyle, vin, takenOn }: Walk): string {
  return [
    t('walk.report.title'),
    carName ?? t(`walk.style.${bodyStyle ?? 'sedan'}`),
    ...(vin === null ? [] : [vin]),
    formatDay(takenOn),
  ].join(' · ');
}

function amountBlocks(
  walk: Walk,
  estimate: WearEstimate,
  found: readonly FindingEstimate[],
): ReportBlock[] {
  const { lowCents, likelyCents, highCents } = estimate.range;
  const range = centsRange(lowCents, highCents);
  switch (judgingOf(walk).by) {
    case 'nobody':
      return [{ kind: 'paragraph', text: t('walk.no-guide.text') }];
    case 'no-own-guide':
      return [
        { kind: 'heading', text: t('walk.estimate.name') },
        { kind: 'paragraph', text: range },
        { kind: 'paragraph', text: t('walk.other.report') },
        { kind: 'paragraph', text: rangeWords(estimate), isQuiet: true },
      ];
    case 'one-guide':
      return [
        totalTable(
          found,
          formatCents(String(likelyCents)),
          estimate.waivers.reduce((sum, use) => sum + use.usedCents, 0n),
        ),
        ...(lowCents === highCents
          ? []
          : [{ kind: 'paragraph', text: t('walk.report.range', { range }) } as const]),
      ];
  }
}

function totalTable(
  found: readonly FindingEstimate[],
  total: string,
  waivedCents: bigint,
): ReportBlock {
  const rows = found.map((each) => ({
    cells: [
      findingName(each.finding),
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
            text: t(key, { parts: parts.map(partName).join('; ') }),
            isQuiet: true,
          },
        ];
  return [...words('walk.report.fine', fine), ...words('walk.report.open', open)];
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
    widthMm: 62,
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
