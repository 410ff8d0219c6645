import type { Lender } from './lender.ts';

type Local = { readonly day: string; readonly time: string };

/** A moment by the lender's clock: the day as YYYY-MM-DD and the time as "3:05 PM". */
export function localTime({ brand }: Pick<Lender, 'brand'>, at: string): Local {
  return timeIn(brand.timeZone, at);
}

/** A moment by the clock of a zone: the day as YYYY-MM-DD and the time as "3:05 PM". */
export function timeIn(timeZone: string, at: string): Local {
  const moment = new Date(at);
  const zone = { timeZone } as const;
  const parts = new Intl.DateTimeFormat('en-US', {
    ...zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const time = new Intl.DateTimeFormat('en-US', {
    ...zone,
    hour: 'numeric',
    minute: '2-digit',
  }).format(moment);
  // Some versions of the Unicode data put a narrow blank before "PM".
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: time.replace(/\s/g, ' '),
  };
}

/** The day of a moment by the lender's clock. */
export function dayAt(lender: Pick<Lender, 'brand'>, at: string): string {
  return localTime(lender, at).day;
}
