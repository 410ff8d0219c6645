/*
 * Keeps the lease-end planner for use without a connection. The build writes the files and their
 * common fingerprint in place of the two marks. Only these are ever kept or answered: no question
 * to the API, no signed-in page, nothing that anybody typed.
 */
const VERSION = '__VERSION__';
const FILES = JSON.parse('__FILES__');
const CACHE = `roadbook-lease-end-${VERSION}`;
const PAGES = ['/lease-end', '/lease-end/ask', '/lease-end/plan', '/lease-end/walk'];

addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      // Without cookies: the pages are the same for everybody, signed in or not.
      .then((cache) =>
        cache.addAll(
          [...PAGES, ...FILES].map((path) => new Request(path, { credentials: 'omit' })),
        ),
      )
      .then(() => skipWaiting()),
  );
});

addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        names.filter((name) => name.startsWith('roadbook-lease-end-') && name !== CACHE),
      )
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    const page = pageOf(pathname);
    if (page !== null) event.respondWith(freshOrKept(request, page));
  } else if (pathname === '/brand.css') {
    event.respondWith(freshOrKept(request, pathname));
  } else if (FILES.includes(pathname)) {
    event.respondWith(kept(pathname).then((answer) => answer ?? fetch(request)));
  }
});

function pageOf(pathname) {
  const [, first, second = ''] = pathname.split('/');
  if (first !== 'lease-end') return null;
  const page = second === '' ? '/lease-end' : `/lease-end/${second}`;
  return PAGES.includes(page) ? page : null;
}

/** A page from the network while there is one, because a newer page names newer files. */
async function freshOrKept(request, name) {
  try {
    const answer = await fetch(request);
    if (answer.ok) return answer;
    return (await kept(name)) ?? answer;
  } catch (fault) {
    const answer = await kept(name);
    if (answer === undefined) throw fault;
    return answer;
  }
}

async function kept(name) {
  const cache = await caches.open(CACHE);
  return cache.match(name);
}
