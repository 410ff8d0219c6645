import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { unreachable } from '../shared/wire/problem-error.ts';
import { AppFrame } from './app-frame.tsx';
import { NotFoundPage } from './not-found/not-found-page.tsx';
import { PageFault } from './page-fault.tsx';
import { contractQuery, contractsQuery } from './queries.ts';

type Context = { readonly queryClient: QueryClient };

/**
 * A page whose script comes when it is opened. One that does not come is told in the page that the
 * person is on: left to itself the router loads the address anew, and then nothing is left at all.
 */
function later<Name extends string>(
  load: () => Promise<Readonly<Record<Name, () => ReactNode>>>,
  name: Name,
) {
  const told = () =>
    load().catch(() => {
      throw unreachable();
    });
  return lazyRouteComponent(told, name);
}

const root = createRootRouteWithContext<Context>()({
  component: AppFrame,
  notFoundComponent: NotFoundPage,
});

const contracts = createRoute({
  getParentRoute: () => root,
  path: '/contracts',
  loader: ({ context }) => void context.queryClient.prefetchQuery(contractsQuery),
  component: later(() => import('./contracts/contracts-page.tsx'), 'ContractsPage'),
});

const CONTRACT_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const contract = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contractId',
  beforeLoad: ({ params }) => {
    // A mistyped address is no contract, and need not be asked for.
    if (!CONTRACT_ID.test(params.contractId)) throw notFound();
  },
  loader: ({ context, params }) =>
    void context.queryClient.prefetchQuery(contractQuery(params.contractId)),
});

/** The pages of a contract that share its heading and its tabs; paying has neither, on purpose. */
const tabs = createRoute({
  getParentRoute: () => contract,
  id: 'tabs',
  component: later(() => import('./contracts/contract/contract-frame.tsx'), 'ContractFrame'),
});
const overview = createRoute({
  getParentRoute: () => tabs,
  path: '/',
  component: later(() => import('./contracts/contract/overview-page.tsx'), 'OverviewPage'),
});
const history = createRoute({
  getParentRoute: () => tabs,
  path: '/history',
  component: later(() => import('./contracts/contract/history/history-page.tsx'), 'HistoryPage'),
});
const payoff = createRoute({
  getParentRoute: () => tabs,
  path: '/payoff',
  component: later(() => import('./contracts/contract/payoff/payoff-page.tsx'), 'PayoffPage'),
});

const leaseEnd = createRoute({
  getParentRoute: () => tabs,
  path: '/lease-end',
  component: later(
    () => import('./contracts/contract/lease-end/lease-end-page.tsx'),
    'LeaseEndPage',
  ),
});

const giveBack = createRoute({
  getParentRoute: () => tabs,
  path: '/give-back',
  component: later(
    () => import('./contracts/contract/give-back/give-back-page.tsx'),
    'GiveBackPage',
  ),
});

/** The walk has the whole screen of a telephone: no tabs above it. */
const leaseEndWalk = createRoute({
  getParentRoute: () => contract,
  path: '/lease-end/walk',
  component: later(
    () => import('./contracts/contract/lease-end/walk/own-walk-page.tsx'),
    'OwnWalkPage',
  ),
});

const appointments = createRoute({
  getParentRoute: () => contract,
  path: '/lease-end/appointments',
  component: later(
    () => import('./contracts/contract/lease-end/appointments/appointments-page.tsx'),
    'AppointmentsPage',
  ),
});

type PaySearch = {
  readonly choice?: 'payoff' | 'other';
  readonly on?: string;
  readonly method?: string;
};

const pay = createRoute({
  getParentRoute: () => contract,
  path: '/pay',
  // Only what the pages before hand over; anything else in the address is left aside.
  validateSearch: (search): PaySearch => ({
    ...(search.choice === 'payoff' || search.choice === 'other' ? { choice: search.choice } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(String(search.on)) ? { on: String(search.on) } : {}),
    ...(typeof search.method === 'string' ? { method: search.method } : {}),
  }),
  component: later(() => import('./contracts/contract/pay/pay-page.tsx'), 'PayPage'),
});
const check = createRoute({
  getParentRoute: () => contract,
  path: '/pay/check',
  component: later(() => import('./contracts/contract/pay/check/check-page.tsx'), 'CheckPage'),
});
const bankAccount = createRoute({
  getParentRoute: () => contract,
  path: '/pay/bank-account',
  component: later(
    () => import('./contracts/contract/pay/bank-account/bank-account-page.tsx'),
    'BankAccountPage',
  ),
});
const cannotPay = createRoute({
  getParentRoute: () => contract,
  path: '/cannot-pay',
  component: later(
    () => import('./contracts/contract/cannot-pay/cannot-pay-page.tsx'),
    'CannotPayPage',
  ),
});
const receipt = createRoute({
  getParentRoute: () => contract,
  path: '/payments/$paymentId',
  component: later(() => import('./contracts/contract/payments/receipt-page.tsx'), 'ReceiptPage'),
});

const bankAccounts = createRoute({
  getParentRoute: () => root,
  path: '/payment-methods',
  validateSearch: (search): { readonly contract?: string } =>
    CONTRACT_ID.test(String(search.contract)) ? { contract: String(search.contract) } : {},
  component: later(() => import('./payment-methods/bank-accounts-page.tsx'), 'BankAccountsPage'),
});

const details = createRoute({
  getParentRoute: () => root,
  path: '/details',
  component: later(() => import('./details/details-page.tsx'), 'DetailsPage'),
});

const security = createRoute({
  getParentRoute: () => root,
  path: '/security',
  component: later(() => import('./security/security-page.tsx'), 'SecurityPage'),
});

const tree = root.addChildren([
  contracts,
  details,
  security,
  bankAccounts,
  contract.addChildren([
    tabs.addChildren([overview, history, payoff, leaseEnd, giveBack]),
    leaseEndWalk,
    appointments,
    pay,
    check,
    bankAccount,
    cannotPay,
    receipt,
  ]),
]);

/** The addresses of the signed-in portal; what is seldom opened arrives when it is opened. */
export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: PageFault,
    scrollRestoration: true,
  });
}

type Drawn = { readonly options: { readonly component?: { preload?: () => unknown } } };

/**
 * Asks for the scripts of the page that is opened before it can be drawn. One that does not come is
 * asked for again, and told, when it is drawn.
 */
export function loadPageAhead(router: ReturnType<typeof makeRouter>): void {
  const routes: Readonly<Record<string, Drawn>> = router.routesById;
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    routes[String(routeId)]?.options.component?.preload?.();
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
