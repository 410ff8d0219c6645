import type { LeaseEndRefusal } from '@roadbook/domain/lease-end/lease-end-refusal';
import { t } from '../../../shared/copy/copy.ts';
import { formatDay } from '../../../shared/format/date.ts';

/** Why a way out is closed on a day, and what is open instead. */
export function refusalSentence({ code, facts }: LeaseEndRefusal): string {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value,
    ]),
  );
  return t(`refusal.${code}`, shown);
}
