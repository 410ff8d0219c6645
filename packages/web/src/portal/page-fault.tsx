import { type ReactNode, useCallback, useEffect } from 'react';
import { t } from '../shared/copy/copy.ts';
import { PageHeading } from '../shared/page/heading.tsx';
import { ProblemNotice } from '../shared/state/problem-notice.tsx';
import { ProblemError, unreadable } from '../shared/wire/problem-error.ts';

/** In place of a page that could not be drawn: its script did not come, or it has a fault. */
export function PageFault({ error }: { readonly error: unknown }): ReactNode {
  const again = useCallback(() => {
    // The address is loaded anew only when somebody answers; else this page would be lost as well.
    fetch('/brand.json', { cache: 'no-store' }).then(
      () => location.reload(),
      () => undefined,
    );
  }, []);
  useEffect(() => {
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [again]);
  const fault = error instanceof ProblemError ? error : unreadable(500);
  return (
    <>
      <PageHeading>{t('page.fault')}</PageHeading>
      <ProblemNotice fault={fault} onRetry={again} />
    </>
  );
}
