import { type Figure, type Findings, isReached } from '../benchmark.ts';

const HEAD = ['figure', 'measured', 'reference', 'ratio', 'target', 'reached', 'spread'] as const;

/** The figures of a run as a table for people, each benchmark under its conditions. */
export function tableOf(
  machine: Readonly<Record<string, string>>,
  results: Readonly<Record<string, Findings>>,
): string {
  const rows = Object.values(results).flatMap(({ figures }) => figures.map(cellsOf));
  const widths = HEAD.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const lines = ['', sentence('machine', machine)];
  for (const [name, { conditions }] of Object.entries(results)) {
    lines.push(sentence(name, conditions));
  }
  lines.push('', lineOf(HEAD), lineOf(widths.map((width) => '-'.repeat(width))));
  return [...lines, ...rows.map(lineOf), ''].join('\n');
}

function sentence(name: string, facts: Readonly<Record<string, string>>): string {
  return `${name}: ${Object.entries(facts)
    .map(([fact, value]) => `${fact} ${value}`)
    .join(' · ')}`;
}

function cellsOf(figure: Figure): string[] {
  const { name, measured, unit, reference, ratio, target, spread, rounds } = figure;
  const bound =
    'atLeast' in target
      ? `≥ ${shown(target.atLeast)} ${target.unit}`
      : `≤ ${shown(target.atMost)} ${target.unit}`;
  return [
    name,
    `${shown(measured)} ${unit}`,
    reference === null ? '-' : `${shown(reference.value)} ${reference.name}`,
    reference === null ? '-' : `${ratio.toFixed(2)} ×`,
    bound,
    isReached(figure) ? 'yes' : 'NO',
    `${shown(spread[0])}–${shown(spread[1])} in ${rounds}`,
  ];
}

function shown(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(value >= 10 ? 1 : 2);
}
