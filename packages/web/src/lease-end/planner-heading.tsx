import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../shared/copy/copy.ts';
import { cameFromInside } from './address.ts';
import { lenderName } from './lender-name.ts';

type HeadingProps = {
  readonly title: string;
  /** False where a field of the page takes focus instead. */
  readonly takesFocus?: boolean;
  readonly className?: string | undefined;
};

/**
 * The heading of a page of the planner. It names the document, and takes focus when the page was
 * reached from inside, because a screen reader hears of no page load then.
 */
export function PlannerHeading({ title, takesFocus = true, className }: HeadingProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('page.title', { title, name: lenderName() });
  }, [title]);
  useEffect(() => {
    if (takesFocus && cameFromInside()) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {title}
    </h1>
  );
}
