import '../shared/copy/signed-in-copy.ts';
import '../shared/style/tokens.css';
import '../shared/style/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchBrand } from '../shared/brand/brand.ts';
import { BrandContext } from '../shared/brand/brand-context.ts';
import { makeQueryClient, sessionQuery } from './queries.ts';
import { loadPageAhead, makeRouter } from './router.tsx';
import { leaveWhenSessionEnded } from './session/leave.ts';
import { takePlace } from './session/place.ts';

const queryClient = makeQueryClient(leaveWhenSessionEnded);
const place = location.pathname === '/contracts' ? takePlace(sessionStorage, Date.now()) : null;
if (place !== null) history.replaceState(null, '', place);
sessionStorage.removeItem('roadbook.login');

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the application');

// Asked at once and together: nobody waits for two answers in a row.
const router = makeRouter(queryClient);
loadPageAhead(router);
void queryClient.prefetchQuery(sessionQuery);
const brand = await fetchBrand().catch((fault: unknown) => {
  // The page waits with the words for it, as the server sent them; nothing else can be drawn.
  for (const waiting of root.querySelectorAll('[role=status]')) waiting.remove();
  root.querySelector('[data-unreachable]')?.removeAttribute('hidden');
  throw fault;
});
createRoot(root).render(
  <StrictMode>
    <BrandContext value={brand}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </BrandContext>
  </StrictMode>,
);
