import '../shared/style/tokens.css';
import '../shared/style/base.css';
import '../shared/copy/desk-copy.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchBrand } from '../shared/brand/brand.ts';
import { BrandContext } from '../shared/brand/brand-context.ts';
import { isSessionEnded, mayRetry } from '../shared/wire/problem-error.ts';
import { leaveToSignIn } from './frame/leave.ts';
import { makeDeskRouter } from './router.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the desk');

const onFault = (fault: unknown): void => {
  if (isSessionEnded(fault)) leaveToSignIn('session-ended');
};
const queries = new QueryClient({
  defaultOptions: {
    // What the desk shows of a customer is asked for each time: every look is recorded.
    queries: { networkMode: 'always', retry: (n, fault) => n < 1 && mayRetry(fault), staleTime: 0 },
    mutations: { networkMode: 'always' },
  },
});
queries.getQueryCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'error') onFault(event.action.error);
});
queries.getMutationCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'error') onFault(event.action.error);
});

const brand = await fetchBrand().catch((fault: unknown) => {
  for (const waiting of root.querySelectorAll('[role=status]')) waiting.remove();
  root.querySelector('[data-unreachable]')?.removeAttribute('hidden');
  throw fault;
});
createRoot(root).render(
  <StrictMode>
    <BrandContext value={brand}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={makeDeskRouter()} />
      </QueryClientProvider>
    </BrandContext>
  </StrictMode>,
);
