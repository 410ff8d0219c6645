import type { ReactNode } from 'react';
import { barParts, type Line, tintOf } from './breakdown.ts';
import style from './breakdown-bar.module.css';

/** The colour of a line, the same in bar and table. */
export function tintClass(line: Line): string {
  return style[`tint${tintOf(line).toString()}`] ?? '';
}

/** The parts of an amount as one bar; the table beside it says the same in words. */
export function BreakdownBar({ lines }: { lines: readonly Line[] }): ReactNode {
  const parts = barParts(lines);
  if (parts.length === 0) return null;
  return (
    <svg className={style.bar} viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ line, start, length }) => (
        <rect
          key={start}
          className={tintClass(line)}
          x={start}
          width={Math.max(length - (start + length < 1000 ? 4 : 0), 1)}
          height="10"
        />
      ))}
    </svg>
  );
}
