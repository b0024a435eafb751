// A newer build is offered and not forced; taken when asked for, and the records stay.
import assert from 'node:assert/strict';
import { built, nextBuild } from './on/host.mjs';
import { story, withBrowser } from './on/story.mjs';
import { PLACE } from './pages/way.mjs';

withBrowser();

const OFFER = 'A newer Unknot is ready.';
const isNew = page => page.evaluate(() => [...document.styleSheets].some(sheet => sheet.href?.includes('feedface')));

story('a newer build waits until it is asked for', {}, async ({ app, site }) => {
  await app.open();
  await app.page.evaluate(() => navigator.serviceWorker.ready);
  await app.tap('Back');
  await app.tick(PLACE);
  await app.saved();
  await app.tab('Today');

  site.offer(nextBuild(built()));
  await app.again();
  await app.sees(OFFER);
  assert.equal(await isNew(app.page), false, 'it came by itself');
  // it is no hurry
  await app.again();
  await app.sees(OFFER);
  assert.equal(await isNew(app.page), false, 'it came by itself');

  await app.tap('Take it now');
  await app.page.waitForFunction(() => [...document.styleSheets].some(sheet => sheet.href?.includes('feedface')));
  await app.ready();
  assert.equal(await app.page.getByText(OFFER).count(), 0);
  await app.sees(PLACE);
});
