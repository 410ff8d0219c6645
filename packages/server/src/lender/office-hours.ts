export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When a person answers: the same times on each of the days, by the clock of the zone. */
export type OfficeHours = {
  readonly timeZone: string;
  readonly open: readonly {
    readonly days: readonly Weekday[];
    readonly from: string;
    readonly to: string;
  }[];
};

const nameOf = (day: Weekday): string => day.charAt(0).toUpperCase() + day.slice(1);

/** "Monday to Friday, 8 AM to 8 PM; Saturday, 9 AM to 1 PM, Central Time". */
export function hoursText({ timeZone, open }: OfficeHours): string {
  const rows = open.map(
    ({ days, from, to }) => `${daysText(days)}, ${clock(from)} to ${clock(to)}`,
  );
  return `${rows.join('; ')}, ${zoneName(timeZone)}`;
}

/** Days in a row as a span, others one by one. */
function daysText(days: readonly Weekday[]): string {
  const sorted = WEEKDAYS.filter((day) => days.includes(day));
  const runs: Weekday[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const follows = before !== undefined && WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(before) + 1;
    if (run !== undefined && follows) run.push(day);
    else runs.push([day]);
  }
  const texts = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (run.length < 3) return run.map(nameOf);
    return [`${nameOf(first)} to ${nameOf(last)}`];
  });
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}

/** "08:00" as "8 AM", "17:30" as "5:30 PM". */
function clock(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':');
  const hour = Number.parseInt(hours, 10);
  const shown = minutes === '00' ? '' : `:${minutes}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${shown} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** What people call a time zone: "Central Time". */
export function zoneName(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' });
  const part = format.formatToParts(0).find(({ type }) => type === 'timeZoneName');
  return part?.value ?? timeZone;
}
