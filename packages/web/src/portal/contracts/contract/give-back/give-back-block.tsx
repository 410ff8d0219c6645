import '../../../../shared/copy/give-back-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import button from '../../../../shared/style/button.module.css';
import { giveBackQuery } from '../../../queries.ts';
import row from '../row-list.module.css';
import { Stage } from './stage.tsx';

/** On the overview of a lease whose car is back: how far it is, and the way to its bill. */
export default function GiveBackBlock({ contractId }: { contractId: string }): ReactNode {
  const giveBack = useQuery(giveBackQuery(contractId));
  return (
    <Loaded query={giveBack} lines={4}>
      {(told) =>
        told.receipt === null ? null : (
          <section className={row.section} aria-labelledby="given-back">
            <h2 id="given-back">{t('give-back.title')}</h2>
            <Stage giveBack={told} contractId={contractId} />
            <p>
              <Link
                className={button.secondary}
                to="/contracts/$contractId/give-back"
                params={{ contractId }}
              >
                {t('give-back.see')}
              </Link>
            </p>
          </section>
        )
      }
    </Loaded>
  );
}
