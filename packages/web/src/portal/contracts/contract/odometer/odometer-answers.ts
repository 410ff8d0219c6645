import { readTypedDate, typedDate } from '../../../../lease-end/ask/typed-date.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import { formatMiles } from '../../../../shared/format/miles.ts';
import type { Input } from '../../../../shared/wire/client.ts';
import type { ShownProblem } from '../../../../shared/wire/problem-error.ts';

export type ReadingBody = Input<'tellOdometer'>['body'];
export type Reason = NonNullable<ReadingBody['reason']>;

/** What stands in the form: text as it was typed, and the reason where one was asked for. */
export type TypedReading = {
  readonly miles: string;
  readonly on: string;
  readonly reason: Reason | null;
};

export type ReadReading =
  | { readonly outcome: 'read'; readonly body: ReadingBody }
  | { readonly outcome: 'wrong'; readonly errors: Readonly<Record<string, string>> };

/** The form before anything is typed: read today. */
export function freshReading(today: string): TypedReading {
  return { miles: '', on: typedDate(today as Parameters<typeof typedDate>[0]), reason: null };
}

/** Reads what was typed; `prefix` makes the ids of the fields those of one form on the page. */
export function readReading({ miles, on, reason }: TypedReading, prefix: string): ReadReading {
  const figures = miles.replace(/[\s,]/g, '').replace(/mi(?:les?)?\.?$/i, '');
  const errors: Record<string, string> = {};
  if (!/^\d{1,6}$/.test(figures)) errors[`${prefix}-miles`] = t('odometer.problem.miles');
  const day = readTypedDate(on);
  if (day === null) errors[`${prefix}-on`] = t('odometer.problem.on');
  if (day === null || Object.keys(errors).length > 0) return { outcome: 'wrong', errors };
  return { outcome: 'read', body: { miles: Number(figures), on: day, reason } };
}

/** What is asked about a reading, and the reasons that may answer it. */
const DOUBTS: Readonly<Record<string, readonly Reason[]>> = {
  'reading-below-delivery': ['odometer-replaced', 'earlier-wrong'],
  'reading-contradicts': ['earlier-wrong', 'odometer-replaced'],
  'reading-far-ahead': ['checked', 'earlier-wrong'],
};

export function reasonsFor({ code }: ShownProblem): readonly Reason[] {
  return DOUBTS[code] ?? [];
}

/** Why the reading is not taken as it is, in a sentence with its figures; null for other faults. */
export function refusedReading({ code, facts, errors }: ShownProblem, prefix: string) {
  const [fault] = errors;
  if (!code.startsWith('reading-') || fault === undefined) return null;
  const field = `${prefix}-${fault.field === 'body.on' ? 'on' : 'miles'}`;
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, shownFact(value)]),
  );
  return { field, sentence: t(`odometer.says.${code}`, shown) };
}

function shownFact(value: string): string {
  return /^\d+$/.test(value) ? formatMiles(Number(value)) : formatDate(value);
}
