import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import form from '../../shared/form/form.module.css';

/** What came of a link that was to carry a plan: the odd field of it, or null when all is well. */
export function LinkNotice({ field }: { field: string }): ReactNode {
  return (
    <div className={form.notice} role="alert">
      <h2>{t('link.odd')}</h2>
      <p>{t('link.odd-text', { field })}</p>
    </div>
  );
}
