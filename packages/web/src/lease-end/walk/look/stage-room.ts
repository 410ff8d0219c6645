import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Tells the stage how much of the screen the header above it and the bar below it take, so that
 * the picture gets what is left. Their heights depend on the lender's name and the size of text.
 */
export function useStageRoom(): RefObject<HTMLDivElement | null> {
  const stage = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = stage.current;
    const bar = place?.parentElement?.lastElementChild;
    if (place === null || bar === null || bar === undefined) return;
    const measure = () => {
      const above = place.getBoundingClientRect().top + scrollY;
      const taken = Math.ceil(above + bar.getBoundingClientRect().height);
      place.style.setProperty('--taken', `${String(taken)}px`);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    watch.observe(bar);
    return () => watch.disconnect();
  }, []);
  return stage;
}
