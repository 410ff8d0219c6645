import { registerOffline } from '../../offline/register-offline.ts';

/**
 * Asks the browser to keep the planner's pages for use without a connection. It works on without
 * that where the browser cannot; a planner that was closed at once is asked again next time.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => {
    navigator.serviceWorker
      .register('/lease-end-worker.js', { scope: '/lease-end' })
      .catch(() => undefined);
    registerOffline();
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
