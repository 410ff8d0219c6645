import { decode, encode } from '@roadbook/api/wire';
import type { PlanFigures } from '@roadbook/domain/lease-end/planner/contract-plan';
import type { CentsRange, WayOutFigure } from '@roadbook/domain/lease-end/planner/outlook';
import { dollars } from '@roadbook/domain/money/cents';
import type { NamedFacts } from './lease-end-facts.ts';
import type { Kept, WireSavedPlan, WireSavedWalk } from './saves.ts';

const WIDTH = 44;

/** The ways out of a lease as a table with their lines, for a terminal. */
export function leaseEndLines({ asOf, policy }: NamedFacts, figures: PlanFigures): string[] {
  return [
    `As of ${asOf}, leaving on ${figures.leaveOn}, policy ${policy.version}`,
    '',
    ...figures.doors.flatMap(wayOutLines),
    ...figures.assumed.map(
      ({ term, best, likely, worst }) => `assumed: ${term} ${best} / ${likely} / ${worst}`,
    ),
    '',
  ];
}

function wayOutLines(figure: WayOutFigure): string[] {
  if (!figure.isOpen) return [`${figure.door}: closed (${figure.refusal.code})`, ''];
  const { door, endsOn, cash, cashRange, keeps, net } = figure;
  return [
    `${door}, on ${endsOn}`,
    ...cash.lines.map(({ label, rule, cents }) => row(`  ${label} (${rule})`, dollars(cents))),
    row('  cash', `${dollars(cash.totalCents)}  ${rangeText(cashRange)}`),
    ...(keeps === null
      ? []
      : [row(`  keeps (${keeps.source})`, `${dollars(keeps.likelyCents)}  ${rangeText(keeps)}`)]),
    row('  net', `${dollars(net.likelyCents)}  ${rangeText(net)}`),
    '',
  ];
}

function row(name: string, amount: string): string {
  const [figure = '', ...rest] = amount.split('  ');
  return [`${name.padEnd(WIDTH)}${figure.padStart(12)}`, ...rest].join('  ');
}

function rangeText({ lowCents, highCents }: CentsRange): string {
  return lowCents === highCents ? '' : `from ${dollars(lowCents)} to ${dollars(highCents)}`;
}

/** What one person saved, for a terminal; the person by id, never by name. */
export function savedLines({ personId, plan, walk }: Kept): string[] {
  return [
    `Saved by person ${personId}`,
    ...(plan === null ? [] : planLines(plan)),
    ...(walk === null ? [] : walkLines(walk)),
  ];
}

function planLines(saved: WireSavedPlan): string[] {
  const { leave } = decode<Pick<PlanFigures, 'leave'>>(encode(saved.figures));
  const { guide, plan } = saved;
  const by = guide === null ? 'no walk' : `${guide.id} version ${guide.version}`;
  return [
    `  plan of ${saved.savedAt}, as of ${saved.businessDate}, ${saved.policyVersion}, ${by}`,
    row(`    leaving on ${plan.leaveOn}`, rangeOfLikely(leave.range)),
    ...leave.actions.map(({ id, saves, until }) => {
      const mark = plan.chosen.includes(id) ? '[x]' : '[ ]';
      return row(`    ${mark} ${id}, until ${until}`, rangeOfLikely(saves));
    }),
  ];
}

function walkLines({ savedAt, walk, figures }: WireSavedWalk): string[] {
  const range = decode<CentsRange>(encode(figures.range));
  const photos = walk.findings.reduce((sum, { photoCount }) => sum + photoCount, 0);
  const { guide, charges } = figures;
  return [
    `  walk of ${savedAt}, taken on ${walk.takenOn}, ${walk.findings.length} findings, ` +
      `${photos} photos on the device, ${figures.range.openParts} parts not looked at`,
    `    by ${guide.id} version ${guide.version}, ${charges.id} version ${charges.version}`,
    row('    wear after waivers', rangeOfLikely(range)),
  ];
}

function rangeOfLikely(range: CentsRange): string {
  return `${dollars(range.likelyCents)}  ${rangeText(range)}`;
}
