import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlaceProps } from '../../../../lease-end/plan/place-link.tsx';
import { drawAll } from '../../../../shared/state/later.tsx';

/** Where something can be told on the signed-in page: its id, or the walk's own address. */
const PLACES: Readonly<Record<string, string>> = {
  odometer: 'odometer',
  offers: 'tell-offers',
  car: 'tell-car',
  service: 'tell-service',
};

/** A link to where an open question is answered on this page; the contract says all others. */
export function OwnPlaceLink({ to, className, children }: PlaceProps): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  if (to === 'walk') {
    return (
      <Link
        to="/contracts/$contractId/lease-end/walk"
        params={{ contractId }}
        {...(className === undefined ? {} : { className })}
      >
        {children}
      </Link>
    );
  }
  const id = PLACES[to];
  if (id === undefined) return null;
  return (
    <a href={`#${id}`} className={className} onClick={(event) => show(event, id)}>
      {children}
    </a>
  );
}

/** Unfolds the place and leads there; a fragment in the address would be a step in the history. */
async function show(event: { preventDefault: () => void }, id: string): Promise<void> {
  event.preventDefault();
  await drawAll();
  const place = document.getElementById(id);
  if (place === null) return;
  if (place instanceof HTMLDetailsElement) place.open = true;
  place.scrollIntoView({ block: 'start' });
  const first = place.querySelector<HTMLElement>('summary') ?? place.parentElement;
  const target = id === 'odometer' ? first?.querySelector<HTMLElement>('input') : first;
  target?.focus({ preventScroll: true });
}
