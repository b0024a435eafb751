// The local server has a copy of everything, whatever becomes of it on the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fresh, looks, profile } from './on/browser.mjs';
import { records } from './on/disk.mjs';
import { serve } from './on/server.mjs';
import { until } from './on/until.mjs';
import { Watch } from './on/watch.mjs';
import { App } from './pages/app.mjs';
import { PLACE } from './pages/way.mjs';

const COPIED = /Saved here · copied/;

async function copies(server) {
  const { vault } = await server.ask('/api/vault');
  const { records } = await server.ask(`/api/records?vault=${vault}`);
  const text = record => Buffer.from(record.payload, 'base64').toString();
  return records.map(record => ({ device: record.device, number: record.number, text: text(record) }));
}

const sorted = rows => [...rows].sort((a, b) => a.number - b.number);

test('a server killed between records has them all in the end', { timeout: 120_000 }, async t => {
  const dir = profile(t);
  let server = await serve(dir);
  const browser = await fresh();
  t.after(async () => {
    await browser.close();
    await server.kill();
  });
  const context = await browser.newContext(looks());
  context.setDefaultTimeout(10_000);
  const watch = new Watch(context);
  watch.expect(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED/);
  const app = new App(await context.newPage(), server.url);
  await app.page.goto(server.first);
  await app.ready();
  await app.tap('Back');
  await app.tick(PLACE);
  await app.saved(COPIED);

  for (let time = 0; time < 5; time++) {
    const { port } = server;
    // never the number it is already
    const number = time % 2 ? 1 : 6;
    await server.kill();
    // the app works on meanwhile
    await app.set(PLACE, number);
    await app.saved(/Saved here · not copied yet/);
    await app.set(PLACE, number + 1);
    await app.saved(/Saved here/);
    server = await serve(dir, port);
    // in the middle of what it sends, too
    if (time % 2) {
      await app.set(PLACE, number + 2);
      await server.kill();
      server = await serve(dir, port);
    }
    await app.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await until('everything is copied', async () => COPIED.test(await app.status.innerText()), 20_000);
  }
  assert.deepEqual(sorted(await copies(server)), sorted(await records(app.page)));
  await server.kill();
  server = await serve(dir, server.port);
  assert.deepEqual(sorted(await copies(server)), sorted(await records(app.page)), 'from its disk');
  watch.quiet();
});

test('another browser of this computer gets what was told', { timeout: 60_000 }, async t => {
  const dir = profile(t);
  const server = await serve(dir);
  const browser = await fresh();
  t.after(async () => {
    await browser.close();
    await server.kill();
  });
  const open = async () => {
    const context = await browser.newContext(looks());
    context.setDefaultTimeout(10_000);
    const app = new App(await context.newPage(), server.url);
    await app.page.goto(server.first);
    await app.ready();
    return app;
  };
  const first = await open();
  await first.tap('Back');
  await first.tick(PLACE);
  await first.saved(COPIED);
  const second = await open();
  await second.sees(PLACE);
  await second.saved(COPIED);

  // deleting is for both places
  await first.tab('Settings');
  await first.tap('Delete everything');
  await first.tap('Yes, delete everything');
  await first.at('Where does it hurt?');
  await first.sees('Nothing leaves this device');
  assert.deepEqual(await copies(server), []);
});
