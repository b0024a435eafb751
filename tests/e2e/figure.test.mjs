// The pain drawing on the picture of the body: touched there, it stands in the list, in the record and in the shading.
import assert from 'node:assert/strict';
import { records } from './on/disk.mjs';
import { story, withBrowser } from './on/story.mjs';
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

story('without the picture the list is enough', {}, async ({ app, watch }) => {
  await app.page.route('**/*.svg', route => (/(back|side|front)-/.test(route.request().url()) ? route.abort() : route.continue()));
  watch.expect(/ERR_FAILED/);
  await app.open();
  await app.tap('Back');
  await app.tick(PLACE);
  await app.saved();
  assert.deepEqual(await drawn(app), ['buttock_up_lat right']);
});
