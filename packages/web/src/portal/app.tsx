import '../shared/style/tokens.css';
import '../shared/style/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchBrand } from '../shared/brand/brand.ts';
import { BrandContext } from '../shared/brand/brand-context.ts';
import { AppShell } from './app-shell.tsx';
import { makeQueryClient, sessionQuery } from './queries.ts';
import { makeRouter } from './router.tsx';
import { leaveWhenSessionEnded } from './session/leave.ts';
import { takePlace } from './session/place.ts';

const queryClient = makeQueryClient(leaveWhenSessionEnded);
const place = location.pathname === '/contracts' ? takePlace(sessionStorage, Date.now()) : null;
if (place !== null) history.replaceState(null, '', place);
sessionStorage.removeItem('roadbook.login');

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the application');
const screen = createRoot(root);
screen.render(<AppShell />);

// Asked at once and together: nobody waits for two answers in a row.
void queryClient.prefetchQuery(sessionQuery);
const brand = await fetchBrand();
const router = makeRouter(queryClient);
screen.render(
  <StrictMode>
    <BrandContext value={brand}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </BrandContext>
  </StrictMode>,
);
