// The body to turn and to paint: it is there, a stroke on it is told, it can be lost and come back, and nobody needs it.
import assert from 'node:assert/strict';
import { violations } from './on/axe.mjs';
import { SIZES } from './on/browser.mjs';
import { records } from './on/disk.mjs';
import { fingers } from './on/fingers.mjs';
import { story, withBrowser } from './on/story.mjs';
import { until } from './on/until.mjs';
import { PLACE, press, toTheFirstPress } from './pages/way.mjs';

withBrowser({ body: true });

const drawn = async app => JSON.parse((await records(app.page)).at(-1).text).places;
const names = places => places.map(({ zone, side }) => `${zone} ${side}`);
const canvas = app => app.page.locator('.solid canvas');
const frames = async app => Number(await canvas(app).getAttribute('data-frames'));

async function body(app) {
  await app.open();
  await app.tap('Back');
  await shown(app);
}

const inside = app => app.page.locator('.solid-fold > summary').tap();

async function shown(app) {
  await app.page.locator('.figure[data-solid]').waitFor({ timeout: 20_000 });
  await until('the body is drawn', async () => (await frames(app)) > 0);
  await app.page.waitForTimeout(300);
}

/** Share of the picture's pixels that differ from its corner by more than a shade; and the picture itself. */
async function inked(app) {
  const shot = (await canvas(app).screenshot()).toString('base64');
  const share = await app.page.evaluate(async shot => {
    const bytes = Uint8Array.from(atob(shot), letter => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const paper = new OffscreenCanvas(image.width, image.height).getContext('2d');
    paper.drawImage(image, 0, 0);
    const { data } = paper.getImageData(0, 0, image.width, image.height);
    const corner = (image.width * (image.height - 20) + 10) * 4;
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      count += [0, 1, 2].some(colour => Math.abs(data[at + colour] - data[corner + colour]) > 24);
    }
    return count / (data.length / 4);
  }, shot);
  return { share, shot };
}

/** A finger that goes from place to place on the picture; places are shares of its width and height. */
async function finger(app, places) {
  const { x, y, width, height } = await canvas(app).boundingBox();
  await fingers(app.page, places.map(([across, down]) => [[x + across * width, y + down * height]]));
}

/** Where a place of the back is seen in the picture of the hips (`scene::Camera`), as shares of it. */
async function seen(app, [y, z]) {
  const { width, height } = await canvas(app).boundingBox();
  const far = Math.max(0.235, 0.215 / (width / height)) / 0.2;
  const half = height / 2 / 0.2;
  // the back lies about a tenth of a metre nearer than the middle
  return [0.5 + (half * z) / (far - 0.1) / width, 0.5 - (half * (y - 0.01)) / (far - 0.1) / height];
}

story('a finger paints where it hurts, and what fits follows', {}, async ({ app }) => {
  await body(app);
  const empty = await inked(app);
  assert.ok(empty.share > 0.25, `only ${empty.share} of the picture is body`);
  const still = await frames(app);
  await app.page.waitForTimeout(400);
  assert.equal(await frames(app), still, 'nothing changed, and yet it was drawn');

  // between rim and knob, on the right: the middle of the upper outer buttock
  const upper = await seen(app, [0.075, 0.1]);
  await finger(app, [upper, [upper[0] + 0.02, upper[1]], [upper[0] + 0.03, upper[1] + 0.03]]);
  await app.saved();
  const first = await drawn(app);
  assert.ok(names(first).includes('buttock_up_lat right'), JSON.stringify(first));
  assert.ok(first.every(({ side, share }) => side === 'right' && share > 0 && share <= 100), JSON.stringify(first));
  assert.notEqual((await inked(app)).shot, empty.shot);
  // the name may stay the same: its bar tells how likely it is
  const leads = () => app.page.locator('.share').first().evaluate(share => share.outerHTML);
  const ranking = await leads();

  // the sacrum is one zone, not one a side; and another drawing is another ranking
  const sacrum = await seen(app, [0.055, 0]);
  await finger(app, [sacrum, [sacrum[0] + 0.01, sacrum[1] + 0.02]]);
  await app.saved();
  assert.ok(names(await drawn(app)).includes('sacrum midline'), JSON.stringify(await drawn(app)));
  await until('the ranking follows', async () => (await leads()) !== ranking);

  await app.tap('Undo');
  await app.saved();
  assert.deepEqual(await drawn(app), first);
  await app.tap('Redo');
  await app.saved();
  assert.ok(names(await drawn(app)).includes('sacrum midline'));
  await app.tap('Undo');

  // wiped off again
  await app.tap('Wipe');
  await app.tap('Middle brush');
  await finger(app, [[upper[0] - 0.08, upper[1] - 0.02], upper, [upper[0] + 0.1, upper[1] + 0.04], [upper[0], upper[1] + 0.08], [upper[0] + 0.1, upper[1] - 0.06], upper]);
  await app.saved();
  assert.ok(!names(await drawn(app)).includes('buttock_up_lat right'), JSON.stringify(await drawn(app)));
});

story('three ways to one drawing, on both sides', {}, async ({ app }) => {
  await body(app);
  await app.tick(PLACE);
  await app.saved();
  const ticked = await inked(app);
  await app.page.locator('summary').getByText('Feels').tap();
  await app.tap('Other side too');
  await app.saved();
  assert.deepEqual(names(await drawn(app)), ['buttock_up_lat right', 'buttock_up_lat left']);
  await app.page.waitForTimeout(300);
  assert.notEqual((await inked(app)).shot, ticked.shot);
  await inside(app);
  await app.tap('Flat picture');
  await app.page.locator('[data-plate] > svg .hurts').first().waitFor();
  assert.equal(await app.page.locator('[data-plate] > svg .hurts').count(), 2);
  await app.tap('Body to turn');
  await shown(app);
});

story('it is seen through, turned by keys, and nothing on it stands in a reader\'s way', {}, async ({ app }) => {
  await body(app);
  const skin = await inked(app);
  await inside(app);
  for (const layer of ['Maximus', 'Medius', 'Minimus', 'Bones']) {
    await app.tap(layer);
    await app.page.waitForTimeout(300);
    assert.notEqual((await inked(app)).shot, skin.shot, layer);
  }
  await app.tap('Maximus');
  await app.page.getByText('Gluteus maximus', { exact: true }).waitFor();
  await app.tap('Skin');
  await canvas(app).focus();
  await app.page.keyboard.press('Enter');
  await app.saved();
  assert.equal((await drawn(app)).length > 0, true);
  await app.page.keyboard.press('Delete');
  await app.saved();
  assert.deepEqual(await drawn(app), []);
  const turned = await frames(app);
  await app.page.keyboard.press('ArrowLeft');
  await until('it turns', async () => (await frames(app)) > turned);
  assert.deepEqual(await violations(app.page, SIZES.phone.width), []);
});

story('two fingers bring it nearer or farther, arrow keys turn it round, Home brings it back, and the man is another body', {}, async ({ app }) => {
  await body(app);
  const still = () => app.page.waitForTimeout(400);
  const { x, y, width, height } = await canvas(app).boundingBox();
  const [middle, high] = [x + width / 2, y + height / 2];
  const home = await inked(app);
  const pinch = far => [[middle - far, high], [middle + far, high]];
  await fingers(app.page, [90, 80, 70, 60].map(pinch));
  await still();
  const far = await inked(app);
  assert.ok(far.share < home.share / 1.3, `${far.share} of the picture after, ${home.share} before`);
  await fingers(app.page, [60, 70, 80, 90].map(pinch));
  await still();
  assert.ok((await inked(app)).share > far.share * 1.3, 'it came near again');
  // no finger of a pinch paints
  assert.deepEqual((await records(app.page)).filter(({ text }) => text.includes('drawing')), []);

  await canvas(app).focus();
  await app.page.keyboard.press('Home');
  await still();
  // there is a ring around it now, as keys turn it
  const back = await inked(app);
  assert.ok(Math.abs(back.share - home.share) < 0.02, `${back.share}, ${home.share} before`);
  // half a turn shows the front, all of it the back again
  const labels = app.page.locator('.solid-labels text');
  const edge = async () => [await labels.first().textContent(), await labels.first().getAttribute('text-anchor')];
  assert.deepEqual(await edge(), ['your left', 'start']);
  for (let at = 0; at < 26; at++) await app.page.keyboard.press('ArrowRight');
  await still();
  assert.deepEqual(await edge(), ['your left', 'end'], 'from the front the left is at the right');
  await app.page.keyboard.press('-');
  await app.page.keyboard.press('-');
  await app.page.keyboard.press('ArrowUp');
  await still();
  const away = await inked(app);
  assert.ok(away.share < back.share / 1.1, `${away.share} of the picture after minus, ${back.share} before`);
  await app.page.keyboard.press('Home');
  await until('Home brings it back', async () => Math.abs((await inked(app)).share - back.share) < 0.005);
  assert.deepEqual(await edge(), ['your left', 'start']);

  await app.tick(PLACE);
  await app.tap('Next');
  await app.at('About you');
  await app.type('Age', '48');
  await app.choose('Sex', 'Male');
  await app.choose('Weeks so far', 'more');
  await app.tap('Next');
  await app.at('Any of these?');
  await app.goBack();
  await app.at('About you');
  await app.goBack();
  await app.at('Where it hurts');
  await app.tick(PLACE);
  await shown(app);
  assert.match(await app.page.locator('.figure').getAttribute('data-plate'), /-male$/);
  await still();
  const man = await inked(app);
  assert.ok(man.share > 0.25, `only ${man.share} of the picture is body`);
  assert.notEqual(man.shot, home.shot);
});

story('from the side it is the side that was chosen, and names stand where they belong', {}, async ({ app }) => {
  await body(app);
  await app.choose('Seen from', 'Side');
  const words = app.page.locator('.solid-labels text').first();
  const middle = async at => {
    await app.page.waitForTimeout(300);
    await canvas(app).focus();
    await app.page.keyboard.press('Enter');
    await app.saved();
    assert.equal((await drawn(app)).every(({ side }) => side === at), true, JSON.stringify(await drawn(app)));
    await app.tap('Undo');
    await app.saved();
  };
  // the right is seen first; a stroke in the middle of the picture tells which it is
  await app.page.getByText('your right', { exact: true }).first().waitFor();
  await middle('right');
  await app.tap('Left');
  await until('it says so', async () => (await words.textContent()) === 'your left');
  assert.equal(await app.page.locator('.solid-labels').evaluate(labels => getComputedStyle(labels).transform), 'none');
  await middle('left');
});

story('lost by the graphics card, it comes back as it was', {}, async ({ app }) => {
  await body(app);
  await app.tick(PLACE);
  await app.page.waitForTimeout(300);
  const before = await inked(app);
  await app.page.evaluate(() => {
    window.card = document.querySelector('.solid canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.card.loseContext();
  });
  await app.page.getByText('will come back').waitFor();
  await app.page.locator('[data-plate] > svg').waitFor();
  await app.page.evaluate(() => window.card.restoreContext());
  await shown(app);
  const after = await inked(app);
  assert.ok(Math.abs(after.share - before.share) < 0.02, `${after.share}, ${before.share} before`);
});

story('without WebGL a line says so, and the flat picture does it all', {}, async ({ app }) => {
  await app.page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await app.open();
  await app.tap('Back');
  await app.page.getByText('cannot show the body to turn').waitFor();
  const upper = app.page.locator('[data-plate] [data-zone=buttock_up_lat][data-side=right]');
  await upper.tap();
  await app.saved();
  assert.deepEqual(names(await drawn(app)), ['buttock_up_lat right']);
  // wiped by a stroke
  await app.tap('Wipe');
  await upper.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await upper.boundingBox();
  await fingers(app.page, [[[x + width / 2, y + height / 2]], [[x + width / 2 + 14, y + height / 2]]]);
  await app.saved();
  assert.deepEqual(await drawn(app), []);
  assert.equal(await app.page.locator('.figure[data-solid]').count(), 0);
  // nothing stands there that only the body to turn can do, and areas are told all the same
  await app.open();
  await toTheFirstPress(app);
  await app.page.locator('[data-plate] .essential').first().waitFor();
  assert.equal(await app.page.locator('.solid-tap:visible').count(), 0);
  await press(app);
  await app.page.getByText('Striped or dashed: often felt here too').waitFor();
});

story('the way to the spot, step by step, with what to keep off', {}, async ({ app }) => {
  await app.open();
  await toTheFirstPress(app);
  await shown(app);
  const says = app.page.locator('.solid-says');
  // before it is asked for, the picture says it without words
  assert.equal(await says.isVisible(), false);
  const seen = [];
  await app.tap('Step back');
  await app.page.waitForTimeout(200);
  for (;;) {
    seen.push(await says.innerText());
    const next = app.button('Next step');
    if (await next.isDisabled()) break;
    await app.tap('Next step');
    await app.page.waitForTimeout(200);
  }
  assert.ok(seen.length >= 2 && seen[0].startsWith('Step 1 of'), JSON.stringify(seen));
  assert.match(seen.at(-1), /In this drawing that goes through .*, about \d cm deep. Depth differs from body to body/);
  const scale = await app.page.locator('.solid-labels text').allTextContents();
  assert.deepEqual(scale.filter(text => /^(In this drawing, cm|Skin and fat|0|1)$/.test(text)).sort(), ['0', '1', 'In this drawing, cm', 'Skin and fat']);
  assert.match(seen.at(-1), /Crossed: keep off/);
  await app.page.getByText('press here', { exact: true }).waitFor();
  // the person wants nothing to move: the ball waits to be asked
  const still = await frames(app);
  await app.page.waitForTimeout(300);
  assert.equal(await frames(app), still);
  await app.tap('Show the roll');
  await until('it rolls', async () => (await frames(app)) > still + 3);
  await press(app);
  await shown(app);
  await app.page.getByText('Striped or dashed: often felt here too').waitFor();
});
