import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '../../../../shared/state/loaded.tsx';
import { giveBackQuery } from '../../../queries.ts';

/** The card and its words come where a quote stands. */
const PriceCard = lazy(() => import('./price-card.tsx'));

/** Our price for giving a car back, wherever the lease is shown while the price stands. */
export function OwnPrice({ contractId }: { contractId: string }): ReactNode {
  const { data } = useQuery(giveBackQuery(contractId));
  const quote = data?.quote ?? null;
  if (quote === null || !quote.isGood) return null;
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <PriceCard quote={quote} />
    </Suspense>
  );
}
