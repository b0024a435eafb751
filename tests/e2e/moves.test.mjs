// Figures of moves: there, in their own colours under the strict policy, moving, and still for whoever wants no motion.
import assert from 'node:assert/strict';
import { built } from './on/host.mjs';
import { story, withBrowser } from './on/story.mjs';

/** The shirt, light and dark, as `crates/figures/src/figure.css` has it. */
const SHIRT = { light: [0x6f, 0x9f, 0x97], dark: [0x5f, 0x93, 0x8b] };
const PAGE = 'learn/gluteus-medius.html';

withBrowser();

/** The figure of a move, as points of colour; the same each time if nothing moves. */
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

const unlike = (one, other) => one.filter((value, at) => Math.abs(value - other[at]) > 40).length;

for (const look of ['light', 'dark']) {
  story(`figures have their own colours, ${look}`, { dark: look === 'dark' }, async ({ app, site }) => {
    await app.page.goto(`${site.url}${PAGE}`);
    const shirt = count(await seen(app.page, 'clam'), SHIRT[look]);
    assert.ok(shirt > 300, `${shirt} points of the shirt`);
  });
}

story('figures move, and stand still where no motion is wanted', {}, async ({ app, site }) => {
  for (const still of [true, false]) {
    await app.page.emulateMedia({ reducedMotion: still ? 'reduce' : 'no-preference' });
    await app.page.goto(`${site.url}${PAGE}`);
    const first = await seen(app.page, 'side_lying_abduction');
    let most = 0;
    for (let look = 0; look < 6; look += 1) {
      await app.page.waitForTimeout(500);
      most = Math.max(most, unlike(first, await seen(app.page, 'side_lying_abduction')));
    }
    assert.equal(most > 500, !still, `${most} values changed, ${still ? 'still' : 'moving'}`);
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
