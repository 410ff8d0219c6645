import type { RefusalCode } from '@roadbook/domain/contract/refusal';
import type { FieldError } from './problem.ts';

/** The field that is wrong and the rule that it breaks, in plain words. */
const FIELD_RULES: Partial<Record<RefusalCode, readonly ['miles' | 'on', string]>> = {
  'reading-in-future': ['on', 'a day that is not after {businessDate}'],
  'reading-before-lease': ['on', 'a day after the start of the lease, {startsOn}'],
  'reading-impossible': ['miles', 'at most {mostMiles}, as far as a car can drive'],
  'reading-known': ['miles', 'a reading that is not on record yet'],
  'reading-below-delivery': ['miles', 'at least {deliveryMiles}, or a reason'],
  'reading-contradicts': ['miles', 'miles that fit {otherMiles} on {otherOn}, or a reason'],
  'reading-far-ahead': ['miles', 'a usual number of miles each day, or a reason'],
};

/** A refused reading by field, value and rule; empty where no field is to blame. */
export function readingFaults(
  code: RefusalCode,
  facts: Readonly<Record<string, string>>,
): FieldError[] {
  const [field, rule] = FIELD_RULES[code] ?? [];
  if (field === undefined || rule === undefined) return [];
  const filled = rule.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
  return [{ field: `body.${field}`, value: facts[field] ?? '', rule: filled }];
}
