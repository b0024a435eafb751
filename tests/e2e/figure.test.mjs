// The pain drawing on the picture of the body: touched there, it stands in the list, in the record and in the shading.
import assert from 'node:assert/strict';
import { records } from './on/disk.mjs';
import { fingers } from './on/fingers.mjs';
import { story, withBrowser } from './on/story.mjs';
import { until } from './on/until.mjs';
import { PLACE } from './pages/way.mjs';

withBrowser({ body: true });

const zone = (app, name, side) => app.page.locator(`[data-plate] > svg [data-zone=${name}][data-side=${side}]`).first();
const drawn = async app => JSON.parse((await records(app.page)).at(-1).text).places.map(({ zone, side }) => `${zone} ${side}`);

story('a touch of the picture', {}, async ({ app }) => {
  await app.open();
  await app.tap('Back');
  await app.page.locator('.solid-fold > summary').tap();
  await app.tap('Flat picture');
  await zone(app, 'buttock_up_lat', 'right').tap();
  await app.saved();
  await zone(app, 'buttock_up_lat', 'right').and(app.page.locator('.hurts')).waitFor();
  assert.deepEqual(await drawn(app), ['buttock_up_lat right']);
  // the list has it too, and can take it back
  await app.page.locator('summary').getByText('Buttock', { exact: true }).tap();
  assert.ok(await app.box(PLACE).isChecked());
  await app.tick(PLACE);
  await app.saved();
  assert.equal(await app.page.locator('[data-plate] .hurts').count(), 0);
  // seen from the side it is turned round: what shows the right side is the left one now
  await app.choose('Seen from', 'Side');
  await app.tap('Left');
  await zone(app, 'hip_lateral', 'right').tap();
  await app.saved();
  assert.deepEqual(await drawn(app), ['hip_lateral left']);
  // the legs are below
  await app.tap('Legs');
  await zone(app, 'leg_lat', 'right').tap();
  await app.saved();
  assert.deepEqual(await drawn(app), ['hip_lateral left', 'leg_lat left']);
});

/** The middle of the right-most piece of a zone, in the window. */
const middle = async (app, name, side) => {
  const { x, y, width, height } = await zone(app, name, side).boundingBox();
  return [x + width / 2, y + height / 2];
};

/** What goes across the picture, from place to place in the window: a finger, a mouse or a pen. */
async function stroke(app, kind, places) {
  const steps = places.flatMap((place, at) => {
    if (at === 0) return [place];
    return [0.5, 1].map(share => [0, 1].map(axis => places[at - 1][axis] + (place[axis] - places[at - 1][axis]) * share));
  });
  if (kind === 'touch') return fingers(app.page, steps.map(step => [step]));
  const client = await app.page.context().newCDPSession(app.page);
  const send = (type, [x, y]) => client.send('Input.dispatchMouseEvent', {
    type, x, y, pointerType: kind, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: type === 'mouseMoved' ? 0 : 1,
  });
  await send('mousePressed', steps[0]);
  for (const step of steps.slice(1)) await send('mouseMoved', step);
  await send('mouseReleased', steps.at(-1));
}

const ACROSS = ['buttock_up_lat right', 'buttock_up_med right'];
const kept = async app => (await records(app.page)).length;

story('a finger, a mouse or a pen marks each zone it crosses, in one step, and wipes it', {}, async ({ app }) => {
  await app.open();
  await app.tap('Back');
  await app.page.locator('.solid-fold > summary').tap();
  await app.tap('Flat picture');
  await zone(app, 'buttock_up_lat', 'right').waitFor();
  const scroll = () => app.page.evaluate(() => scrollY);
  // what is tapped moves the page
  const way = async () => {
    await zone(app, 'buttock_up_lat', 'right').scrollIntoViewIfNeeded();
    return [await middle(app, 'buttock_up_lat', 'right'), await middle(app, 'buttock_up_med', 'right')];
  };
  for (const kind of ['touch', 'mouse', 'pen']) {
    const before = await kept(app);
    const places = await way();
    const scrolled = await scroll();
    await stroke(app, kind, places);
    await app.saved();
    assert.deepEqual((await drawn(app)).sort(), ACROSS, kind);
    assert.equal(await kept(app), before + 1, `${kind}: one stroke is one record`);
    assert.equal(await scroll(), scrolled, `${kind} moved the page`);
    await app.tap('Undo');
    await app.saved();
    assert.deepEqual(await drawn(app), [], `${kind}: one step back`);
  }
  // and the other way: wiped where it is crossed, and a tap of the wiper marks nothing
  await stroke(app, 'touch', await way());
  await app.tap('Wipe');
  const [[x, y]] = await way();
  await stroke(app, 'touch', [[x, y], [x + 14, y]]);
  await app.saved();
  assert.deepEqual(await drawn(app), ACROSS.slice(1));
  const before = await kept(app);
  await zone(app, 'buttock_up_lat', 'right').tap();
  await zone(app, 'buttock_up_med', 'right').tap();
  await app.saved();
  assert.deepEqual(await drawn(app), []);
  assert.equal(await kept(app), before + 1);
  // beside the body a finger moves the page
  await app.page.evaluate(() => scrollTo(0, 0));
  const figure = await app.page.locator('.figure > svg').boundingBox();
  const beside = [figure.x + 5, figure.y + 200];
  await stroke(app, 'touch', [beside, [beside[0], beside[1] - 60], [beside[0], beside[1] - 150]]);
  await until('the page moves', async () => (await scroll()) > 50);
});

story('without the picture the list is enough', {}, async ({ app, watch }) => {
  await app.page.route('**/*.svg', route => (/(back|side|front)-/.test(route.request().url()) ? route.abort() : route.continue()));
  watch.expect(/ERR_FAILED/);
  await app.open();
  await app.tap('Back');
  await app.tick(PLACE);
  await app.saved();
  assert.deepEqual(await drawn(app), ['buttock_up_lat right']);
});
