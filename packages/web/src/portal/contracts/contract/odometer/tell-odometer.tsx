import { lazy, type ReactNode, Suspense, useState } from 'react';
import { t } from '../../../../shared/copy/copy.ts';
import { Skeleton } from '../../../../shared/state/loaded.tsx';
import style from './tell-odometer.module.css';

/** The form comes when somebody opens it. */
const OdometerForm = lazy(() => import('./odometer-form.tsx'));

type TellProps = { readonly contractId: string; readonly today: string };

/** "Tell us what the odometer shows": folded, so that it is in nobody's way. */
export function TellOdometer({ contractId, today }: TellProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={style.details}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('odometer.tell')}</summary>
      {isOpen ? (
        <Suspense fallback={<Skeleton lines={3} />}>
          <OdometerForm contractId={contractId} today={today} />
        </Suspense>
      ) : null}
    </details>
  );
}
