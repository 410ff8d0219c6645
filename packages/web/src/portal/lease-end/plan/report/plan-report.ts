import { leaseEndDates } from '@roadbook/domain/lease/end/lease-end-dates';
import { doorsOn, type LeaseEndOutlook } from '@roadbook/domain/lease/end/outlook';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { asWire } from '../../../../shared/amount/as-wire.ts';
import { labelOf } from '../../../../shared/amount/breakdown.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { spanOf } from '../../../../shared/format/about.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDay } from '../../../../shared/format/date.ts';
import { netSpan } from '../doors/net-words.ts';
import { refusalSentence } from '../doors/refusal-sentence.ts';
import { returnCost } from '../return-cost.ts';

/** One line of a report: what it is called, and the amount or day beside it, as text. */
export type ReportRow = { readonly label: string; readonly value: string };

/** A part of a report under its heading: sentences, then rows; the last row may be a total. */
export type ReportSection = {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly rows: readonly ReportRow[];
};

/** A plan for paper: every way out with its lines, the days, in the words of the screen. */
export type PlanReport = {
  readonly title: string;
  readonly madeOn: string;
  readonly sections: readonly ReportSection[];
};

/** The plan as text in order, for whatever draws it: the cents are those of the screen. */
export function planReport(outlook: LeaseEndOutlook, on: BusinessDate): PlanReport {
  const { likely } = outlook;
  const { on: returnOn, range } = returnCost(outlook);
  return {
    title: t('cost.heading', { day: formatDay(returnOn) }),
    madeOn: formatDay(likely.asOf),
    sections: [
      {
        heading: t('cost.name'),
        sentences: [t('cost.range', { span: spanOf(range) })],
        rows: [],
      },
      ...doorsOn(outlook, on).map((figure): ReportSection => {
        const heading = t(`door.${figure.door}`);
        if (!figure.isOpen) {
          return { heading, sentences: [refusalSentence(figure.refusal)], rows: [] };
        }
        const { lines, totalCents } = asWire(figure.cash);
        const rows = lines.map((line) => ({
          label: labelOf(line),
          value: formatCents(line.cents),
        }));
        const total = { label: t('amount.total'), value: formatCents(totalCents) };
        return { heading, sentences: [netSpan(figure.net)], rows: [...rows, total] };
      }),
      {
        heading: t('dates.title'),
        sentences: [],
        rows: leaseEndDates(likely).map(({ kind, on: day, facts }) => ({
          label: t(`step.${kind}`, facts),
          value: formatDay(day),
        })),
      },
    ],
  };
}
