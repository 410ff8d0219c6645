/** Asks the browser to keep one page of ours for when there is no connection. */
export function registerOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => {
    navigator.serviceWorker.register('/offline-worker.js', { scope: '/' }).catch(() => undefined);
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
