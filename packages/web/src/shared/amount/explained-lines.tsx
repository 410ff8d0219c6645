import type { ReactNode } from 'react';
import { Amount } from './amount.tsx';
import type { Breakdown } from './breakdown.ts';
import { BreakdownLines } from './breakdown-lines.tsx';

type ExplainedProps = { readonly breakdown: Breakdown; readonly name: string };

/** A breakdown on the page itself, calm: its total opens and tells rules and inputs. */
export function ExplainedLines({ breakdown, name }: ExplainedProps): ReactNode {
  return (
    <BreakdownLines
      breakdown={breakdown}
      caption={name}
      total={<Amount name={name} breakdown={breakdown} />}
    />
  );
}
