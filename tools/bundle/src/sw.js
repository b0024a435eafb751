// Keeps this build of Unknot on the device. A newer build waits until the person says so.
const CACHE = 'unknot-{{build}}';
const FILES = [
  '{{files}}'
];
const HERE = new URL('./', self.location).pathname;

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(tidy()));
self.addEventListener('message', event => {
  if (event.data?.kind === 'update') self.skipWaiting();
});
self.addEventListener('fetch', event => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  const ours = origin === self.location.origin && pathname.startsWith(HERE);
  if (method !== 'GET' || !ours || pathname.startsWith(HERE + 'api/')) return;
  event.respondWith(kept(mode === 'navigate' ? './' : event.request));
});

// All or nothing; from the server, not from the browser's own cache.
async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map(file => new Request(file, { cache: 'reload' })));
}

async function tidy() {
  const names = await caches.keys();
  const old = names.filter(name => name.startsWith('unknot-') && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
  await self.clients.claim();
}

// The device may have thrown the cache away.
async function kept(request) {
  const cache = await caches.open(CACHE);
  return await cache.match(request, { ignoreVary: true }) ?? fetch(request);
}
