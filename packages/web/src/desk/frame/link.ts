import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/**
 * The router's types know the addresses of one application, and this package has two: the portal's
 * are registered. The desk's few addresses are typed here instead.
 */
type DeskAddress =
  | '/'
  | '/queue'
  | '/appointments'
  | '/hand-over'
  | '/places'
  | '/promises'
  | '/audit'
  | '/security'
  | '/help'
  | '/customers/$personId'
  | '/customers/$personId/contracts/$contractId'
  | '/letters/$letterId';

type DeskLinkProps = {
  readonly to: DeskAddress;
  readonly params?: Readonly<Record<string, string>>;
  readonly className?: string | undefined;
  readonly 'data-row'?: boolean;
  readonly activeProps?: { readonly 'aria-current': 'page' };
  readonly activeOptions?: { readonly exact: boolean };
  readonly children: ReactNode;
};

export const DeskLink = Link as unknown as (props: DeskLinkProps) => ReactNode;

/** The ids in the address; the router lets nothing else through. */
export function useIds(): Readonly<Record<'personId' | 'contractId' | 'letterId', string>> {
  const ids = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const { personId = '', contractId = '', letterId = '' } = ids;
  return { personId, contractId, letterId };
}

export function useGo(): (to: DeskAddress) => Promise<void> {
  const navigate = useNavigate() as unknown as (options: { to: DeskAddress }) => Promise<void>;
  return (to) => navigate({ to });
}
