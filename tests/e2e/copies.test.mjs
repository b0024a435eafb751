// A copy of everything as a file: saved, everything deleted, taken in again; a file that was cut off changes nothing.
import assert from 'node:assert/strict';
import { records } from './on/disk.mjs';
import { story, withBrowser } from './on/story.mjs';
import { saveCopy, takeIn } from './pages/settings.mjs';
import { press, toTheFirstPress } from './pages/way.mjs';

withBrowser();

const texts = async app => (await records(app.page)).map(row => row.text).sort();

story('a copy brings everything back', {}, async ({ app }) => {
  await app.open();
  await toTheFirstPress(app);
  await press(app);
  await app.at('This fits best so far');
  const result = await app.page.locator('main').innerText();
  const before = await texts(app);
  await app.tab('Settings');
  const copy = await saveCopy(app);
  assert.match(copy.name, /^unknot.*\.json$/);

  await app.tap('Delete everything');
  await app.tap('Yes, delete everything');
  await app.at('Where does it hurt?');
  await app.sees('Nothing leaves this device');
  // the page says so before the app has opened its disk, and whoever looks there first makes an empty one
  await app.ready();
  assert.deepEqual(await texts(app), []);

  await app.tab('Settings');
  const half = copy.text.slice(0, Math.floor(copy.text.length / 2));
  for (const [wrong, what] of [[half, 'cut off'], ['{}', 'another file'], ['', 'empty'], ['\u0000\u0001', 'no text']]) {
    await takeIn(app, wrong);
    await app.sees('This file cannot be taken in. Nothing was changed.');
    assert.deepEqual(await texts(app), [], what);
    await app.tab('Today');
    await app.tab('Settings');
  }

  await takeIn(app, copy.text);
  await app.saved();
  assert.deepEqual(await texts(app), before);
  await app.tab('Today');
  await app.tap('Go on');
  await app.at('This fits best so far');
  assert.equal(await app.page.locator('main').innerText(), result);
  // twice is once
  await app.tab('Settings');
  await takeIn(app, copy.text);
  assert.deepEqual(await texts(app), before);
});
