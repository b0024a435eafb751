// Everybody reaches everything: WCAG 2 A and AA on every screen with no rule off, light, dark and narrow; the tree of a
// screen reader, high contrast, no motion for who wants none, nothing to scroll sideways.
import assert from 'node:assert/strict';
import { violations } from './on/axe.mjs';
import { lostInHighContrast } from './on/contrast.mjs';
import { unheard } from './on/tree.mjs';
import { story, withBrowser } from './on/story.mjs';
import { SIZES } from './on/browser.mjs';
import { tour } from './pages/tour.mjs';

/** The narrowest screen WCAG asks for; the desk's at 200 %. */
const NARROW = { width: 320, height: 640 };
const ZOOMED = { width: SIZES.desk.width / 2, height: SIZES.desk.height / 2 };

withBrowser({ body: true });

/** What sticks out to the right, if anything does. */
const sideways = page => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const out = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > clientWidth + 1);
  return `${scrollWidth} px in ${clientWidth}: ${out.slice(-3).map(one => `${one.localName}.${one.className}`).join(', ')}`;
});

/** What moves, though the person asked for no motion. */
const moving = page => page.evaluate(() => document.getAnimations().filter(one => one.playState === 'running' && one.effect.getComputedTiming().duration > 1).map(one => `moves: ${one.animationName ?? one.transitionProperty}`));

for (const dark of [false, true]) {
  story(`every screen, ${dark ? 'dark' : 'light'}`, { dark, clock: true }, async ({ app }, t) => {
    const found = [];
    let screens = 0;
    await tour(app, async name => {
      screens += 1;
      for (const width of dark ? [SIZES.phone.width] : [SIZES.phone.width, NARROW.width]) {
        for (const line of await violations(app.page, width)) found.push(`${name} at ${width} px: ${line}`);
      }
      const checks = dark ? [lostInHighContrast] : [unheard, moving];
      for (const check of checks) for (const line of await check(app.page)) found.push(`${name}: ${line}`);
      for (const [size, says] of dark ? [] : [[ZOOMED, '200 %'], [NARROW, '320 px']]) {
        await app.page.setViewportSize(size);
        const out = await sideways(app.page);
        if (out) found.push(`${name} at ${says}: ${out}`);
      }
      await app.page.setViewportSize(SIZES.phone);
    });
    t.diagnostic(`${screens} screens`);
    assert.deepEqual([...new Set(found)], []);
    assert.ok(screens > 20, `only ${screens} screens`);
  });
}
