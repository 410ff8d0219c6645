import { useBrand } from '../../shared/brand/brand-context.ts';
import { LOCALE } from '../../shared/format/locale.ts';

/** A moment by the lender's clock: "Dec 4, 2026, 3:05 PM". */
export function useMoment(): (at: string) => string {
  const { timeZone } = useBrand();
  const format = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (at) => format.format(Date.parse(at));
}
