import { type ReactNode, useEffect, useRef } from 'react';
import { useBrand } from '../brand/brand-context.ts';
import { t } from '../copy/copy.ts';

let firstPage = true;

type HeadingProps = {
  readonly children: string;
  /** What the document is called, where that is not the heading's own text. */
  readonly title?: string;
};

/**
 * The heading of a page. It names the document, and takes focus when the page was reached from
 * another one, because a screen reader hears of no page load inside a single-page application.
 */
export function PageHeading({ children, title = children }: HeadingProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const { name } = useBrand();
  useEffect(() => {
    document.title = t('page.title', { title, name });
  }, [title, name]);
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
