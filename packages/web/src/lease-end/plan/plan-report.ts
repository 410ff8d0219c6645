import { leaseEndDates } from '@roadbook/domain/lease-end/lease-end-dates';
import {
  type LeaseEndOutlook,
  type WayOutFigure,
  waysOutOn,
} from '@roadbook/domain/lease-end/planner/outlook';
import type { PlanAssumption } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { leavePlan } from '@roadbook/domain/lease-end/ways-out/leave-plan';
import type { Breakdown } from '@roadbook/domain/money/breakdown';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { asWire } from '../../shared/amount/as-wire.ts';
import { labelOf, ruleOf } from '../../shared/amount/line-words.ts';
import { t } from '../../shared/copy/copy.ts';
import { spanOf } from '../../shared/format/about.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatDay } from '../../shared/format/date.ts';
import { isExact } from '../../shared/format/range.ts';
import type { Report, ReportBlock, ReportTable } from '../../shared/report/report.ts';
import type { PlanState } from '../plan-store.ts';
import { actionWords, savingWords } from './action-words.ts';
import { assumedWords } from './assumption-words.ts';
import { nextAction } from './next-action.ts';
import { returnCost } from './return-cost.ts';
import { netSpan } from './ways-out/net-words.ts';
import { refusalSentence } from './ways-out/refusal-sentence.ts';

/**
 * The plan as a report to keep: what leaving costs, every way out on the day that is looked at with
 * all its lines, what lowers the cost, the days that matter and what was assumed. The same words
 * and cents as on the screen. `about` says first whose lease it is.
 */
export function planReport(
  outlook: LeaseEndOutlook,
  assumed: readonly PlanAssumption[],
  on: BusinessDate,
  { repairs, chosen }: Pick<PlanState, 'repairs' | 'chosen'>,
  about: readonly string[] = [],
): Report {
  const figures = waysOutOn(outlook, on);
  const { asOf } = outlook.likely;
  const plan = leavePlan(outlook, on, repairs, chosen);
  return {
    title: t('report.plan-title'),
    subtitle: t('report.plan-made', { day: formatDay(asOf) }),
    foot: t('report.plan-foot'),
    language: 'en',
    blocks: [
      ...about.map((text): ReportBlock => ({ kind: 'paragraph', text })),
      ...opening(outlook),
      { kind: 'heading', text: t('report.ways', { day: formatDay(on) }) },
      waysOutTable(figures),
      ...figures.flatMap(wayOutBlocks),
      { kind: 'heading', text: t('leave.title') },
      ...plan.actions.map((action): ReportBlock => {
        const until = t('leave.until', { day: formatDay(action.until) });
        const words = `${actionWords(action)}: ${savingWords(action)} · ${until}`;
        return { kind: 'list', items: [words] };
      }),
      linesTable(t('leave.total', { day: formatDay(plan.leavesOn) }), plan.cost),
      { kind: 'heading', text: t('dates.title') },
      { kind: 'list', items: dates(outlook) },
      ...assumedBlocks(assumed),
    ],
  };
}

function opening(outlook: LeaseEndOutlook): ReportBlock[] {
  const { on, cost, range } = returnCost(outlook);
  const action = nextAction(outlook.likely);
  const total = formatCents(`${cost.totalCents}`);
  const known = isExact(range) ? '' : ` ${t('cost.range', { span: spanOf(range) })}`;
  const next = `${t('next.title')}: ${t(`next.${action.kind}`)}, ${formatDay(action.on)}.`;
  return [
    { kind: 'heading', text: t('cost.heading', { day: formatDay(on) }) },
    { kind: 'paragraph', text: `${t('report.likely', { amount: total })}${known}` },
    { kind: 'paragraph', text: next },
  ];
}

function waysOutTable(figures: readonly WayOutFigure[]): ReportTable {
  return {
    kind: 'table',
    caption: '',
    head: ['way', 'pay', 'keep', 'net'].map((column) => t(`ways-out.column.${column}`)),
    rows: figures.map((figure) => {
      const name = t(`way-out.${figure.door}`);
      if (!figure.isOpen)
        return { cells: [name, '', '', ''], note: refusalSentence(figure.refusal) };
      const { cash, keeps, net } = figure;
      const kept = keeps === null ? t('ways-out.nothing') : formatCents(`${keeps.likelyCents}`);
      const span = isExact(net) ? {} : { note: netSpan(net) };
      const paid = formatCents(`${cash.totalCents}`);
      return { cells: [name, paid, kept, formatCents(`${net.likelyCents}`)], ...span };
    }),
  };
}

function wayOutBlocks(figure: WayOutFigure): ReportBlock[] {
  if (!figure.isOpen) return [];
  const name = t('ways-out.pay-name', { door: t(`way-out.${figure.door}`) });
  return [linesTable(`${name}, ${formatDay(figure.endsOn)}`, figure.cash)];
}

/** An amount with its lines, each with the rule that made it. */
function linesTable(caption: string, given: Breakdown): ReportTable {
  const { lines, totalCents } = asWire(given);
  const total = { cells: [t('amount.total'), formatCents(totalCents)], isTotal: true };
  const rows = lines.map((line) => {
    const rule = ruleOf(line);
    const cells = [labelOf(line), formatCents(line.cents)];
    return rule === null ? { cells } : { cells, note: rule };
  });
  return { kind: 'table', caption, head: [], rows: [...rows, total] };
}

function dates({ likely }: LeaseEndOutlook): string[] {
  return leaseEndDates(likely)
    .filter(({ on }) => on >= likely.asOf)
    .map(({ kind, on, facts }) => `${formatDay(on)}: ${t(`step.${kind}`, facts)}`);
}

function assumedBlocks(assumed: readonly PlanAssumption[]): ReportBlock[] {
  if (assumed.length === 0) return [];
  const items = assumed.map((each) => `${t(`assumptions.${each.term}`)}: ${assumedWords(each)}`);
  return [
    { kind: 'heading', text: t('assumptions.title') },
    { kind: 'list', items },
  ];
}
