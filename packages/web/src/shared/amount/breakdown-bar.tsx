import type { ReactNode } from 'react';
import { barParts, type Line } from './breakdown.ts';
import style from './breakdown-bar.module.css';

const CLASSES = [style.part1, style.part2, style.part3, style.part4, style.part5];

/** The colour of the nth line, the same in bar and table. */
export function partClass(index: number): string {
  return CLASSES[index % CLASSES.length] ?? '';
}

/** The parts of an amount as one bar; the table beside it says the same in words. */
export function BreakdownBar({ lines }: { lines: readonly Line[] }): ReactNode {
  const parts = barParts(lines);
  if (parts.length === 0) return null;
  return (
    <svg className={style.bar} viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ index, start, length }) => (
        <rect
          key={index}
          className={partClass(index)}
          x={start}
          width={Math.max(length - (start + length < 1000 ? 4 : 0), 1)}
          height="10"
        />
      ))}
    </svg>
  );
}
