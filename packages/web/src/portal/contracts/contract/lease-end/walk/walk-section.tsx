import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import sectionStyle from '../../../../../lease-end/plan/section.module.css';
import { t } from '../../../../../shared/copy/copy.ts';
import button from '../../../../../shared/style/button.module.css';
import type { Saved } from '../own-lease-end.ts';
import { savedWalkWords } from '../saved-words.ts';

type SectionProps = { readonly contractId: string; readonly saved: Saved['walk'] };

/** The way from a lease's end to the walk around its car, and what of it is saved. */
export function WalkSection({ contractId, saved }: SectionProps): ReactNode {
  return (
    <section className={`${sectionStyle.section} not-printed`} aria-labelledby="own-walk">
      <h2 id="own-walk">{t('own-end.walk')}</h2>
      <div>
        <p>{saved === null ? t('own-end.walk-none') : savedWalkWords(saved)}</p>
        <p>
          <Link
            className={button.secondary}
            to="/contracts/$contractId/lease-end/walk"
            params={{ contractId }}
          >
            {t(saved === null ? 'own-end.walk-begin' : 'own-end.walk-see')}
          </Link>
        </p>
      </div>
    </section>
  );
}
