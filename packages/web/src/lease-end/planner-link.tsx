import type { MouseEvent, ReactNode } from 'react';
import { goTo } from './address.ts';

type LinkProps = {
  readonly to: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A link between pages of the planner: a plain one, that needs no load when script runs. */
export function PlannerLink({ to, className, children }: LinkProps): ReactNode {
  return (
    <a href={to} className={className} onClick={(event) => follow(event, to)}>
      {children}
    </a>
  );
}

function follow(event: MouseEvent, to: string): void {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!isPlain || event.altKey) return;
  event.preventDefault();
  goTo(to);
}
