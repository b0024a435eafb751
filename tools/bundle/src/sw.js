// Keeps this build of Unknot on the device. A newer build waits until the person says so.
const CACHE = 'unknot-{{build}}';
const FILES = [
  '{{files}}'
];
const HERE = new URL('./', self.location).pathname;
const PAGES = `${HERE}{{pages}}`;
// Names the figures of moves.
const MOVES = '{{figures}}';
// What a server does while it runs: its API, and a question board.
const LIVE = ['api/', 'questions'].map(name => HERE + name);
// Where there is a board, the server leads from this page to it.
const BOARD = `${PAGES}{{questions}}.html`;

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(tidy()));
self.addEventListener('message', event => {
  if (event.data?.kind === 'update') self.skipWaiting();
});
self.addEventListener('fetch', event => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  const ours = origin === self.location.origin && pathname.startsWith(HERE);
  if (method !== 'GET' || !ours || LIVE.some(name => pathname.startsWith(name))) return;
  const found = () => kept(mode === 'navigate' ? page(pathname) : event.request);
  event.respondWith(mode === 'navigate' && pathname === BOARD ? fetch(event.request).catch(found) : found());
});

// All or nothing; from the server, not from the browser's own cache.
async function keep() {
  const cache = await caches.open(CACHE);
  const add = files => cache.addAll(files.map(file => new Request(file, { cache: 'reload' })));
  await add(FILES);
  const moves = MOVES && await (await cache.match(MOVES)).json();
  await add([...new Set(Object.values(moves))]);
}

async function tidy() {
  const names = await caches.keys();
  const old = names.filter(name => name.startsWith('unknot-') && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
  await self.clients.claim();
}

// The pages to read are files of their own; every other address is the app's.
function page(pathname) {
  if (!pathname.startsWith(PAGES)) return './';
  return pathname === PAGES ? `${PAGES}index.html` : pathname;
}

// The device may have thrown the cache away.
async function kept(request) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(request, { ignoreVary: true });
  // A host may have sent a page on to another address; as it stands it could not be shown.
  return found?.redirected ? new Response(found.body, found) : found ?? fetch(request);
}
