import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../copy/copy.ts';
import button from '../style/button.module.css';
import style from './later.module.css';
import { Loaded } from './loaded.tsx';

/** Draws what waits on this page, each part told apart by itself. */
const waiting = new Set<() => Promise<void>>();

/** Has everything drawn that waits below, such as before a link into it is followed. */
export async function drawAll(): Promise<void> {
  await Promise.all([...waiting].map((draw) => draw()));
}

type LaterProps<Part> = {
  /** Tells this part from others. */
  readonly name: string;
  readonly load: () => Promise<Part>;
  readonly children: (part: Part) => ReactNode;
};

/**
 * What lies below the first screens: its script comes when somebody is near it, goes there by keys,
 * searches the page or prints it. Until then its space is kept, with a button for whoever has the
 * page read out.
 */
export function Later<Part>({ name, load, children }: LaterProps<Part>): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<(() => void) | null>(null);
  const isHeld = useRef(false);
  const [isWanted, setWanted] = useState(false);
  const part = useQuery({
    queryKey: ['part', name],
    queryFn: load,
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const isThere = part.data !== undefined;
  useEffect(() => {
    if (isThere) {
      drawn.current?.();
      // Whoever stood on the button goes on where the part begins.
      if (isHeld.current) place.current?.focus({ preventScroll: true });
      return;
    }
    const want = () => setWanted(true);
    const draw = () =>
      new Promise<void>((resolve) => {
        drawn.current = resolve;
        want();
      });
    waiting.add(draw);
    const stop = whenWanted(place.current, want);
    return () => {
      waiting.delete(draw);
      stop();
    };
  }, [isThere]);
  const want = () => {
    isHeld.current = true;
    setWanted(true);
  };
  return (
    <div ref={place} tabIndex={-1} className={isThere ? undefined : style.space}>
      {isWanted ? (
        <Loaded query={part} lines={8}>
          {children}
        </Loaded>
      ) : (
        <button
          type="button"
          className={`${button.secondary} ${style.button}`}
          onFocus={want}
          onClick={want}
        >
          {t('page.rest')}
        </button>
      )}
    </div>
  );
}

/** Calls once somebody is near a place, or is about to look for what is in it. */
function whenWanted(place: Element | null, want: () => void): () => void {
  if (place === null || !('IntersectionObserver' in window)) {
    want();
    return () => undefined;
  }
  const near = new IntersectionObserver(
    (seen) => seen.some((one) => one.isIntersecting) && want(),
    {
      rootMargin: '600px 0px',
    },
  );
  near.observe(place);
  const onKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    const isSearch = key === 'F3' || key === '/' || key === "'";
    if (isSearch || ((ctrlKey || metaKey) && /^[fgp]$/i.test(key))) want();
  };
  addEventListener('keydown', onKey);
  addEventListener('beforeprint', want);
  return () => {
    near.disconnect();
    removeEventListener('keydown', onKey);
    removeEventListener('beforeprint', want);
  };
}
