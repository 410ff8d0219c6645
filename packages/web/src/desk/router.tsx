import { createRootRoute, createRoute, createRouter, notFound } from '@tanstack/react-router';
import { AuditPage } from './audit/audit-page.tsx';
import { ContractPage } from './customer/contract-page.tsx';
import { CustomerPage } from './customer/customer-page.tsx';
import { DeskFault, DeskFrame, DeskNotFound } from './frame/desk-frame.tsx';
import { HelpPage } from './frame/help-page.tsx';
import { PromisesPage } from './give-back/promises-page.tsx';
import { HandOverPage } from './hand-over/hand-over-page.tsx';
import { PlaceAppointmentsPage } from './places/place-appointments-page.tsx';
import { PlacesPage } from './places/places-page.tsx';
import { LetterPage } from './queue/letter-page.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { SearchPage } from './search/search-page.tsx';
import { SecurityPage } from './security/security-page.tsx';

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const demandIds = (params: Readonly<Record<string, string>>): void => {
  // A mistyped address is nobody, and need not be asked for.
  if (!Object.values(params).every((each) => ID.test(each))) throw notFound();
};

const root = createRootRoute({ component: DeskFrame, notFoundComponent: DeskNotFound });
const page = { getParentRoute: () => root } as const;

const customer = createRoute({
  ...page,
  path: '/customers/$personId',
  beforeLoad: ({ params }) => demandIds(params),
  component: CustomerPage,
});
const contract = createRoute({
  ...page,
  path: '/customers/$personId/contracts/$contractId',
  beforeLoad: ({ params }) => demandIds(params),
  component: ContractPage,
});
const letter = createRoute({
  ...page,
  path: '/letters/$letterId',
  beforeLoad: ({ params }) => demandIds(params),
  component: LetterPage,
});

const tree = root.addChildren([
  createRoute({ ...page, path: '/', component: SearchPage }),
  createRoute({ ...page, path: '/queue', component: QueuePage }),
  createRoute({ ...page, path: '/appointments', component: PlaceAppointmentsPage }),
  createRoute({ ...page, path: '/hand-over', component: HandOverPage }),
  createRoute({ ...page, path: '/places', component: PlacesPage }),
  createRoute({ ...page, path: '/audit', component: AuditPage }),
  createRoute({ ...page, path: '/promises', component: PromisesPage }),
  createRoute({ ...page, path: '/security', component: SecurityPage }),
  createRoute({ ...page, path: '/help', component: HelpPage }),
  customer,
  contract,
  letter,
]);

export function makeDeskRouter() {
  return createRouter({ routeTree: tree, defaultErrorComponent: DeskFault });
}
