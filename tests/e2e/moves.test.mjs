// Figures of moves: there, in their own colours under the strict policy, moving, and still for whoever wants no motion.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fresh, looks } from './on/browser.mjs';
import { built, host } from './on/host.mjs';
import { story, withBrowser } from './on/story.mjs';

/** The shirt, light and dark, as `crates/figures/src/figure.css` has it. */
const SHIRT = { light: [0x6f, 0x9f, 0x97], dark: [0x5f, 0x93, 0x8b] };
const PAGE = 'learn/gluteus-medius.html';

withBrowser();

/** The figure of a move, as points of colour. */
async function seen(page, name) {
  return page.evaluate(async name => {
    const image = [...document.querySelectorAll('img.move')].find(image => new URL(image.src).pathname.includes(`/${name}-`));
    image.loading = 'eager';
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0, 320, 240);
    return [...pen.getImageData(0, 0, 320, 240).data];
  }, name);
}

function count(points, [r, g, b]) {
  let found = 0;
  for (let at = 0; at < points.length; at += 4) {
    const near = Math.abs(points[at] - r) + Math.abs(points[at + 1] - g) + Math.abs(points[at + 2] - b) < 12;
    found += near && points[at + 3] > 200 ? 1 : 0;
  }
  return found;
}

for (const look of ['light', 'dark']) {
  story(`figures have their own colours, ${look}`, { dark: look === 'dark' }, async ({ app, site }) => {
    await app.page.goto(`${site.url}${PAGE}`);
    const shirt = count(await seen(app.page, 'clam'), SHIRT[look]);
    assert.ok(shirt > 300, `${shirt} points of the shirt`);
  });
}

test('figures move, and stand still where no motion is wanted', { timeout: 120_000 }, async t => {
  const site = await host();
  t.after(() => site.close());
  for (const still of [true, false]) {
    const browser = await fresh({ still });
    t.after(() => browser.close());
    const page = await browser.newPage({ ...looks(), reducedMotion: null });
    await page.goto(`${site.url}${PAGE}`);
    const image = page.locator('img.move[src*="/side_lying_abduction-"]').first();
    await image.scrollIntoViewIfNeeded();
    await image.evaluate(one => one.decode());
    const first = await image.screenshot();
    let moved = false;
    for (let look = 0; look < 6; look += 1) {
      await page.waitForTimeout(500);
      moved ||= !first.equals(await image.screenshot());
    }
    assert.equal(moved, !still, still ? 'it moves' : 'it stands still');
  }
});

story('every figure that a page shows is there', {}, async ({ app, site }) => {
  const files = built();
  const figures = JSON.parse(files.get([...files.keys()].find(name => /^figures-.*\.json$/.test(name))));
  assert.ok(Object.keys(figures).length > 150);
  for (const file of Object.values(figures)) assert.ok(files.has(file), file);
  await app.page.goto(`${site.url}${PAGE}`);
  const broken = await app.page.evaluate(async () => {
    const images = [...document.querySelectorAll('img.move')];
    for (const image of images) image.loading = 'eager';
    const tried = await Promise.all(images.map(image => image.decode().then(() => '', () => image.src)));
    return { broken: tried.filter(src => src), seen: images.length };
  });
  assert.deepEqual(broken.broken, []);
  assert.ok(broken.seen > 20, `${broken.seen} figures`);
});
