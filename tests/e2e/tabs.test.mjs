// Two tabs: one writes, the other says so and can take over; nothing is lost and no number is left out.
import assert from 'node:assert/strict';
import { gaps, records } from './on/disk.mjs';
import { story, withBrowser } from './on/story.mjs';
import { App } from './pages/app.mjs';
import { PLACE } from './pages/way.mjs';

withBrowser();

const ELSEWHERE = 'Unknot is open in another tab';

story('two tabs take turns', {}, async ({ app, context, site, watch }) => {
  await app.open();
  await app.tap('Back');
  await app.tick(PLACE);
  await app.saved();

  const other = new App(await context.newPage(), site.url);
  other.page.setDefaultTimeout(10_000);
  await other.open();
  await other.at(ELSEWHERE);
  await other.tap('Use it here');
  await other.at('Where does it hurt?');
  await other.set('How is it now?', 4);
  await other.saved();

  // the first has noticed, and shows nothing that could be written to
  await app.at(ELSEWHERE);
  for (let turn = 0; turn < 4; turn++) {
    const [mine, theirs] = turn % 2 ? [other, app] : [app, other];
    await mine.page.bringToFront();
    await mine.tap('Use it here');
    await mine.tab('Today');
    await mine.set('How is it now?', 5 + turn);
    await mine.saved();
    await theirs.at(ELSEWHERE);
  }
  const kept = await records(app.page);
  assert.deepEqual(gaps(kept), []);
  const rated = kept.map(row => JSON.parse(row.text)).filter(record => JSON.stringify(record).includes('rated'));
  assert.equal(rated.length, 5, JSON.stringify(kept));
  watch.quiet();
});

story('a tab that was closed leaves its turn', {}, async ({ app, context, site }) => {
  await app.open();
  const other = new App(await context.newPage(), site.url);
  await other.open();
  await other.at(ELSEWHERE);
  await app.page.close();
  await other.again();
  await other.at('Where does it hurt?');
});
