// Stop is one tap away in every moment of a session, and less weight too.
import assert from 'node:assert/strict';
import { SIZES } from './on/browser.mjs';
import { story, withBrowser } from './on/story.mjs';
import { press, toTheFirstPress, toTheSession } from './pages/way.mjs';

withBrowser();

/** Can a finger reach it, without scrolling and with nothing over it? */
const inReach = what => what.evaluate(one => {
  const { x, y, width, height } = one.getBoundingClientRect();
  const [left, top] = [x + width / 2, y + height / 2];
  return width >= 44 && height >= 44 && x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight
    && one.contains(document.elementFromPoint(left, top));
});

story('stop from every moment', { clock: true }, async ({ app }, t) => {
  await app.open();
  await toTheFirstPress(app);
  await press(app);
  await toTheSession(app);
  const moments = new Set();
  while (await app.button('Stop').isVisible()) {
    const moment = await app.page.locator('main .big').innerText();
    assert.ok(await inReach(app.button('Stop')), `stop is out of reach at "${moment}"`);
    if (!moments.has(moment)) {
      moments.add(moment);
      await app.page.setViewportSize(SIZES.desk);
      assert.ok(await inReach(app.button('Stop')), `stop is out of reach on a desk at "${moment}"`);
      await app.page.setViewportSize(SIZES.phone);
      // it does stop, and one can go on
      await app.tap('Stop');
      await app.sees('Stopped. Was it one of these?');
      await app.tap('Go on');
      await app.button('Stop').waitFor();
    }
    await app.page.clock.runFor(3_000);
  }
  t.diagnostic(`${moments.size} moments: ${[...moments].join(' | ')}`);
  assert.ok(moments.size >= 8);
});

story('the large area eases off, and one goes on when it is calm', { clock: true }, async ({ app }) => {
  await app.open();
  await toTheFirstPress(app);
  await press(app);
  await toTheSession(app);
  const area = app.button('Tap anywhere here to ease off');
  while (!(await area.isVisible()) || !(await app.title.innerText()).startsWith('Hold')) await app.page.clock.runFor(2_000);
  const { width, height } = await area.boundingBox();
  assert.ok(width > 250 && height > 100, `${width} x ${height}`);
  const before = await app.page.locator('main .big').innerText();
  await app.tap('Tap anywhere here to ease off');
  await app.page.waitForFunction(text => document.querySelector('main .big').innerText !== text, before);
  await app.button('Stop').waitFor();
  await app.tap('Go on');
});
