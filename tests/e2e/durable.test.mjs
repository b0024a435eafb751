// Chromium is killed right after the page said "Saved here", thirty times, at all sorts of moments. Nothing that was
// confirmed is ever lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mortal, profile } from './on/browser.mjs';
import { gaps, records } from './on/disk.mjs';
import { host } from './on/host.mjs';
import { App } from './pages/app.mjs';
import { toTheFirstPress } from './pages/way.mjs';

const TIMES = 30;
/** What must have been confirmed before some kill. */
const KINDS = ['answer', 'ask', 'drawing', 'kit', 'press', 'rated', 'session_began'];
const PLACES = [
  'Upper inner buttock, your left', 'Middle outer buttock, your right', 'Lower inner buttock, your left',
  'Middle inner buttock, your right', 'Lower outer buttock, your left', 'Sit bone, your right',
];

/** Things a person does, each ending in records. */
const DEEDS = {
  tick: async (app, at) => {
    await app.tab('Locate');
    await app.tick(PLACES[at % PLACES.length]);
  },
  rating: async (app, at) => app.set('How is it now?', 1 + (at % 9)),
  answer: async app => {
    await app.tap('Go on');
    if (!(await app.button('Questions').isVisible())) return app.tab('Today').then(() => DEEDS.rating(app, 3));
    await app.tap('Questions');
    await app.page.getByRole('radio', { name: 'No', exact: true, checked: false }).first().check({ force: true });
  },
  press: async (app, at) => {
    await app.page.goto(`${app.url}#/find`);
    if (!(await app.button('Skip').isVisible())) return DEEDS.session(app, at);
    await app.set('How sore?', at % 10);
    await app.choose('Your pain?', 'Partly');
  },
  session: async app => {
    await app.tab('Release');
    await plan(app);
    await app.tap('Begin');
    await app.button('Begin').waitFor();
    await app.tap('Begin');
    await app.button('Stop').waitFor();
  },
};

/** A session that a kill broke off goes on; here it is ended. */
async function leave(app) {
  if (!(await app.button('Stop').isVisible())) return;
  for (const way of ['Stop', 'None of these', 'Done']) await app.tap(way);
  await app.at('Tonight and tomorrow');
}

/** What still stands between here and a plan. */
async function plan(app) {
  for (;;) {
    if (await app.button('Begin').isVisible()) return;
    for (const way of ['Show the plan', 'None of these']) {
      if (await app.button(way).isVisible()) await app.tap(way);
    }
    await app.page.waitForTimeout(20);
  }
}

test(`killed ${TIMES} times, and nothing confirmed is lost`, { timeout: 600_000 }, async t => {
  const site = await host();
  t.after(() => site.close());
  const dir = profile(t);
  const names = Object.keys(DEEDS);
  let confirmed = [];
  const did = [];
  for (let time = 0; time <= TIMES; time++) {
    const { page, kill } = await mortal(dir);
    // whatever goes wrong, none of them lives on
    t.after(kill);
    page.setDefaultTimeout(10_000);
    const app = new App(page, site.url, { size: 'desk' });
    await app.open();
    const kept = await records(page);
    const lost = confirmed.filter(text => !kept.some(row => row.text === text));
    assert.deepEqual(lost, [], `lost after ${did.at(-1)} (kill ${time})`);
    assert.deepEqual(gaps(kept), []);
    if (time === TIMES) {
      const kinds = [...new Set(kept.map(row => JSON.parse(row.text).kind))].sort();
      t.diagnostic(`${kept.length} records after ${TIMES} kills: ${kinds.join(', ')}`);
      assert.deepEqual(KINDS.filter(kind => !kinds.includes(kind)), [], 'nothing of this kind was confirmed');
      return void (await kill());
    }
    await leave(app);
    // the first time the whole way up to the first press, so that everything else can be done
    const name = time === 0 ? 'way' : names[time % names.length];
    await (time === 0 ? toTheFirstPress(app) : DEEDS[name](app, time));
    await app.saved();
    // only so much as the page has confirmed: read in the same breath, and the kill follows at once
    confirmed = (await records(page)).map(row => row.text);
    await kill();
    assert.ok(confirmed.length > kept.length, `${name} kept nothing`);
    did.push(name);
  }
});
