import { type ReactNode, useContext } from 'react';
import { type WalkScreen, walkHref, walkTo } from './walk-address.ts';
import { WalkContext } from './walk-context.ts';

type LinkProps = {
  readonly to: WalkScreen;
  readonly className?: string | undefined;
  readonly label?: string | undefined;
  readonly current?: boolean;
  readonly children: ReactNode;
};

/** A link between screens of the walk; it keeps what is in memory, half-given answers too. */
export function WalkLink({
  to,
  className,
  label,
  current = false,
  children,
}: LinkProps): ReactNode {
  const room = useContext(WalkContext);
  return (
    <a
      href={walkHref(to)}
      className={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        room?.say(null);
        walkTo(to);
      }}
    >
      {children}
    </a>
  );
}
