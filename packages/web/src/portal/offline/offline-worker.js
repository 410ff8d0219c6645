/*
 * Without a connection, opens one page of ours in place of the browser's own. The build writes its
 * files and their fingerprint in place of the two marks. Nothing else is ever kept: no page that
 * somebody signed in to, no answer of the API. The planner has a worker of its own.
 */
const VERSION = '__VERSION__';
const FILES = JSON.parse('__FILES__');
const CACHE = `roadbook-offline-${VERSION}`;
const PAGE = '/offline';

addEventListener('install', (event) => {
  // Without cookies: the page is the same for everybody.
  const wanted = [PAGE, ...FILES].map((path) => new Request(path, { credentials: 'omit' }));
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(wanted))
      .then(() => skipWaiting()),
  );
});

addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('roadbook-offline-') && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      // A page need not wait for this worker to start: the browser asks for it meanwhile.
      .then(() => registration.navigationPreload?.enable())
      .then(() => clients.claim()),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageOrOffline(event));
  else if (FILES.includes(pathname)) event.respondWith(freshOrKept(request, pathname));
});

async function pageOrOffline({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch (fault) {
    const page = await kept(PAGE);
    if (page === undefined) throw fault;
    return page;
  }
}

/** Styles and script of that one page. With a connection they come as they would without us. */
async function freshOrKept(request, path) {
  try {
    return await fetch(request);
  } catch (fault) {
    const file = await kept(path);
    if (file === undefined) throw fault;
    return file;
  }
}

async function kept(path) {
  const cache = await caches.open(CACHE);
  return cache.match(path);
}
