import { formatCents } from '../format/cents.ts';
import { formatDay } from '../format/date.ts';
import { formatMiles } from '../format/miles.ts';

/** The facts of a refusal as people write them: cents as dollars, dates with their weekday. */
export function problemFacts(facts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, showFact(name, value)]),
  );
}

function showFact(name: string, value: string): string {
  if (name.endsWith('Cents') && /^-?\d+$/.test(value)) return formatCents(value);
  if (/miles$/i.test(name) && /^\d+$/.test(value)) return formatMiles(Number(value));
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value;
}
