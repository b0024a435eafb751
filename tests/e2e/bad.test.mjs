// What may go wrong does, and the app says so in words, loses nothing and goes on.
import assert from 'node:assert/strict';
import { records } from './on/disk.mjs';
import { built } from './on/host.mjs';
import { story, withBrowser } from './on/story.mjs';
import { PLACE } from './pages/way.mjs';

withBrowser();

const put = (page, change) => page.evaluate(change => new Promise((done, fail) => {
  const opening = indexedDB.open('unknot');
  opening.onsuccess = () => {
    const work = opening.result.transaction('records', 'readwrite');
    const store = work.objectStore('records');
    store.getAllKeys().onsuccess = event => store.put(change, event.target.result[0]);
    work.oncomplete = () => (opening.result.close(), done());
    work.onerror = () => fail(work.error);
  };
}), change);

story('a damaged record is said, and nothing is written over it', {}, async ({ app }) => {
  await app.open();
  await app.tap('Back');
  await app.tick(PLACE);
  await app.saved();
  await put(app.page, '{"kind":"drawing"');
  const before = await records(app.page);
  await app.page.reload();
  await app.at('Your records cannot be read');
  await app.button('Load it again').waitFor();
  assert.deepEqual(await records(app.page), before);
});

story('an empty database that somebody else made is made anew', {}, async ({ app }) => {
  await app.page.route('**/*', route => route.fulfill({ contentType: 'text/html', body: '<p>nothing' }));
  await app.page.goto(app.url);
  await app.page.evaluate(() => new Promise(done => {
    indexedDB.open('unknot').onsuccess = event => (event.target.result.close(), done());
  }));
  await app.page.unroute('**/*');
  await app.open();
  await app.tap('Back');
  await app.tick(PLACE);
  await app.saved();
  assert.equal((await records(app.page)).length, 1);
});

story('a full disk is said, and what was told is kept once there is room', {}, async ({ app }) => {
  await app.page.addInitScript(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...args) {
      if (window.full) throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, args);
    };
  });
  await app.open();
  await app.page.evaluate(() => (window.full = true));
  await app.tap('Back');
  await app.tick(PLACE);
  await app.saved(/Not saved/);
  // one can go on meanwhile
  await app.set(PLACE, 7);
  await app.tap('Next');
  await app.at('About you');
  await app.page.evaluate(() => (window.full = false));
  await app.saved();
  assert.equal((await records(app.page)).length, 2);
  await app.open();
  await app.sees(PLACE);
});

const ANSWERS = {
  'no JSON': (request, response) => response.end('<html>hello'),
  'another shape': (request, response) => response.setHeader('content-type', 'application/json').end('{"ok":true,"vault":7}'),
  'an error': (request, response) => response.writeHead(500).end('{"error":{}}'),
  'nothing, for long': () => {},
};
for (const [what, api] of Object.entries(ANSWERS)) {
  story(`a server that answers ${what} disturbs nobody`, { api }, async ({ app, watch }) => {
    watch.expect(/500 \(Internal Server Error\).*\/api\//);
    await app.open();
    await app.tap('Back');
    await app.tick(PLACE);
    await app.saved();
    assert.doesNotMatch(await app.status.innerText(), /· copied/);
    assert.equal((await records(app.page)).length, 1);
  });
}

story('without its program the page still helps, and says that something is wrong', {}, async ({ app, site, watch }) => {
  watch.expect(/404|WebAssembly|wasm|compile/i);
  site.offer(new Map([...built()].filter(([name]) => !/\.wasm/.test(name))));
  await app.page.goto(app.url);
  await app.sees('Something went wrong.');
  await app.at('Where does it hurt?');
  await app.sees('Get help now if');
});

story('before any script runs there is something to read', { javaScriptEnabled: false }, async ({ app }) => {
  await app.page.goto(app.url);
  await app.at('Where does it hurt?');
  await app.sees('Get help now if');
});
