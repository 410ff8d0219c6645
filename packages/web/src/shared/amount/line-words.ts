import { hasCopy, t } from '../copy/copy.ts';
import { formatCents } from '../format/cents.ts';
import { formatDate } from '../format/date.ts';
import { formatPpb } from '../format/rate.ts';
import type { Line } from './breakdown.ts';

/** What a line is called; a label that this release does not know is shown as its code. */
export function labelOf(line: Line): string {
  const counted = `line.${line.label}-days`;
  if (line.inputs.days !== undefined && hasCopy(counted)) return t(counted, line.inputs);
  const key = `line.${line.label}`;
  return hasCopy(key) ? t(key, shownInputs(line)) : line.label.replaceAll('-', ' ');
}

/** The rule that made the line, in words; null when this release does not know the rule. */
export function ruleOf(line: Line): string | null {
  const own = `rule.${line.rule}.${line.label}`;
  const key = hasCopy(own) ? own : `rule.${line.rule}`;
  return hasCopy(key) ? t(key, shownInputs(line)) : null;
}

/** The inputs of a line as name and value, each as a person would write it. */
export function inputsOf(line: Line): { name: string; value: string }[] {
  const shown = shownInputs(line);
  return Object.keys(line.inputs).map((field) => ({
    name: hasCopy(`input.${field}`) ? t(`input.${field}`) : field,
    value: shown[field] ?? '',
  }));
}

function shownInputs(line: Line): Record<string, string> {
  return Object.fromEntries(
    Object.entries(line.inputs).map(([field, value]) => [field, showInput(field, value)]),
  );
}

/** The unit stands at the end of a field's name; a date is known by its form. */
function showInput(field: string, value: string): string {
  const word = `walk.${field}.${value}`;
  if ((field === 'part' || field === 'damage') && hasCopy(word)) return t(word);
  if (field.endsWith('Cents') && /^-?\d+$/.test(value)) return formatCents(value);
  if (field.endsWith('Ppb') && /^\d+$/.test(value)) return formatPpb(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  if (/^(?:odometer|\w*Odometer|\w*Miles)$/.test(field)) return grouped(value);
  // A code, such as the kind of a charge, as words.
  return /^[a-z]+(?:-[a-z]+)*$/.test(value) ? value.replaceAll('-', ' ') : value;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
