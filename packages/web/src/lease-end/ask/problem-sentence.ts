import { describeVin } from '@roadbook/domain/vehicle/describe-vin';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatPpb } from '../../shared/format/rate.ts';
import type { QuestionField } from './question-field.ts';

/** What to type instead, for a field whose text could not be read. */
export function typedWrongly({ kind }: Pick<QuestionField, 'id' | 'kind'>): string {
  return t(`typed.${kind}`);
}

/**
 * Why an answer cannot be and what would be accepted. Limits come as text whose name tells the
 * unit; each is written as a person would.
 */
export function problemSentence(rule: string, facts: Readonly<Record<string, string>>): string {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, shownFact(name, value)]),
  );
  const from = shown.from ?? shown.fromCents ?? shown.fromPpb ?? '';
  const to = shown.to ?? shown.toCents ?? shown.toPpb ?? '';
  return t(`odd.${rule}`, { ...shown, from, to });
}

function shownFact(name: string, value: string): string {
  if (name.endsWith('Cents') && /^\d+$/.test(value)) return formatCents(value);
  if (name.endsWith('Ppb') && /^\d+$/.test(value)) return formatPpb(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  if (/^\d{4,}$/.test(value)) return value.replace(/\B(?=(\d{3})+$)/g, ',');
  return value;
}

/** What is wrong with a VIN, with the one that may have been meant. */
export function vinSentence(typed: string): string {
  const vin = describeVin(typed);
  if (vin.outcome === 'read') return '';
  if (vin.problem === 'length') return t('vin.length', { length: vin.length });
  if (vin.suggestion !== null) return t('vin.meant', { vin: vin.suggestion.vin });
  if (vin.problem === 'check-digit') return t('vin.check-digit');
  const places = vin.odd.map(({ found }) => found).join(', ');
  return t('vin.character', { places });
}
