// A session that is broken off by a reload goes on where it would be by the clock, and keeps what was done meanwhile.
import assert from 'node:assert/strict';
import { records } from './on/disk.mjs';
import { story, withBrowser } from './on/story.mjs';
import { press, toTheFirstPress, toTheSession } from './pages/way.mjs';

withBrowser();

const HELD = text => JSON.parse(text).kind === 'held';

/** Loads the page again at the same time: a clock of the tests begins anew with each page. */
async function again(app) {
  const now = await app.page.evaluate(() => Date.now());
  await app.page.clock.setSystemTime(now);
  await app.page.reload();
  await app.button('Stop').waitFor();
}

story('a reload in the middle of a hold', { clock: true }, async ({ app }) => {
  await app.open();
  await toTheFirstPress(app);
  await press(app);
  await toTheSession(app);
  while (!(await app.title.innerText()).startsWith('Hold')) await app.page.clock.runFor(2_000);
  const title = await app.title.innerText();
  const held = async () => (await records(app.page)).filter(({ text }) => HELD(text)).length;
  const before = await held();
  await again(app);
  assert.equal(await app.title.innerText(), title);
  // the hold ends by the clock, and is kept once
  while ((await app.title.innerText()) === title) await app.page.clock.runFor(5_000);
  await app.saved();
  assert.equal(await held(), before + 1);
  await again(app);
  await app.page.clock.runFor(1_000);
  assert.equal(await held(), before + 1);
});

story('tones go on with the screen off', { clock: true }, async ({ app }) => {
  // what is played is no part of the page, so the test listens at the door
  await app.page.addInitScript(() => {
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
      globalThis.track = this;
      return play.call(this);
    };
  });
  await app.open();
  await toTheFirstPress(app);
  await press(app);
  await toTheSession(app);
  const track = () =>
    app.page.evaluate(() => {
      const { loop, paused, duration, src } = globalThis.track;
      return { loop, paused, duration, here: src.startsWith('blob:') };
    });
  const seen = state =>
    app.page.evaluate(state => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  const plays = async (what, test) => {
    for (let tries = 0; tries < 50; tries += 1) {
      if (test(await track())) return;
      await new Promise(done => setTimeout(done, 100));
    }
    assert.fail(`${what}: ${JSON.stringify(await track())}`);
  };
  await plays('silence while it is seen', ({ loop, paused, duration }) => loop && !paused && duration < 2);
  await seen('hidden');
  await plays('all that is left', ({ loop, paused, duration, here }) => here && !loop && !paused && duration > 120);
  await seen('visible');
  await plays('silence again', ({ loop, paused, duration }) => loop && !paused && duration < 2);
});
