// How soon there is something to read, and something to tap: a first visit, from this machine, median of five.
// What else the machine does only adds to it, so the best of three rounds counts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fresh, looks, profile } from './on/browser.mjs';
import { serve } from './on/server.mjs';
import { App } from './pages/app.mjs';

const ROUNDS = 3;
const VISITS = 5;
/** Promised, milliseconds. */
const READ = 300;
const USED = 1_000;

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Times of visits to a server: first text, and something to tap, milliseconds. */
async function visits(browser, url) {
  const [read, used] = [[], []];
  // the first is for the browser itself to wake up
  for (let visit = 0; visit <= VISITS; visit++) {
    const context = await browser.newContext(looks());
    const page = await context.newPage();
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (!window.usable && document.querySelector('#app button')) window.usable = performance.now();
      }).observe(document, { childList: true, subtree: true });
    });
    await new App(page, url).open();
    const [paint, usable] = await page.evaluate(() => [performance.getEntriesByName('first-contentful-paint')[0]?.startTime, window.usable]);
    if (visit > 0) {
      read.push(paint);
      used.push(usable);
    }
    await context.close();
  }
  return { read, used };
}

test('something to read in 300 ms, something to tap in 1 s', { timeout: 120_000 }, async t => {
  const server = await serve(profile(t));
  const browser = await fresh({ body: true });
  t.after(async () => {
    await browser.close();
    await server.kill();
  });
  const [read, used] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const times = await visits(browser, server.url);
    read.push(times.read);
    used.push(times.used);
    if (median(times.read) <= READ && median(times.used) <= USED) break;
  }
  const says = numbers => numbers.map(number => number.toFixed(0)).join(' ');
  for (const times of read) t.diagnostic(`first text: median ${median(times).toFixed(0)} ms (${says(times)})`);
  for (const times of used) t.diagnostic(`usable: median ${median(times).toFixed(0)} ms (${says(times)})`);
  const best = rounds => Math.min(...rounds.map(median));
  assert.ok(best(read) <= READ, `first text after ${best(read)} ms`);
  assert.ok(best(used) <= USED, `usable after ${best(used)} ms`);
});
