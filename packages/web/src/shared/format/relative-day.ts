import { type BusinessDate, daysBetween } from '@roadbook/domain/time/calendar';
import { t } from '../copy/copy.ts';
import type { DateText } from './date.ts';

/** Whole days from one date of the wire to another; negative when `to` is the earlier one. */
export function daysFromTo(from: DateText, to: DateText): number {
  return daysBetween(from as BusinessDate, to as BusinessDate);
}

/** "today", "tomorrow", "in 12 days", "3 days ago", seen from the lender's business date. */
export function relativeDay(today: DateText, date: DateText): string {
  const days = daysFromTo(today, date);
  if (days === 0) return t('date.today');
  if (days === 1) return t('date.tomorrow');
  if (days === -1) return t('date.yesterday');
  return days > 0 ? t('date.in-days', { days }) : t('date.days-ago', { days: -days });
}
