// The guide to read: without script, within reach of everybody, found by search, and back to the app.
import assert from 'node:assert/strict';
import { violations } from './on/axe.mjs';
import { lostInHighContrast } from './on/contrast.mjs';
import { unheard } from './on/tree.mjs';
import { SIZES } from './on/browser.mjs';
import { built } from './on/host.mjs';
import { story, withBrowser } from './on/story.mjs';
import { Keys } from './pages/keys.mjs';

/** One of each kind; in the dark, those with the most colours. */
const PAGES = { light: ['index', 'overview', 'gluteus-medius', 'hiding', 'areas', 'safety', 'search'], dark: ['overview', 'gluteus-minimus', 'safety'] };

withBrowser();

const pages = () => [...built().keys()].filter(name => /^learn\/[a-z-]+\.html$/.test(name));

story('every page reads without any script', { javaScriptEnabled: false }, async ({ app, site }) => {
  assert.ok(pages().length > 25, `${pages().length}`);
  for (const page of pages().filter(name => !name.endsWith('search.html'))) {
    await app.page.goto(`${site.url}${page}`);
    const text = await app.page.getByRole('main').innerText();
    assert.ok(text.split(/\s+/).length > 40, `${page} says little`);
  }
});

story('every page for a screen reader, at 320 px, in high contrast', {}, async ({ app, site, watch }) => {
  watch.expect(/api\/health/);
  const found = [];
  for (const page of pages()) {
    await app.page.goto(`${site.url}${page}`);
    for (const check of [unheard, lostInHighContrast]) for (const line of await check(app.page)) found.push(`${page}: ${line}`);
    await app.page.setViewportSize({ width: 320, height: 640 });
    const width = await app.page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) found.push(`${page} is ${width} px wide in 320`);
    await app.page.setViewportSize(SIZES.phone);
  }
  assert.deepEqual(found, []);
});

story('the keyboard goes through a page and comes back', { size: 'desk' }, async ({ app, site, watch }) => {
  watch.expect(/api\/health/);
  for (const page of ['index', 'gluteus-medius', 'search']) {
    await app.page.goto(`${site.url}learn/${page}.html`);
    // each statement leads to its references
    const stops = await new Keys(app).round(500);
    assert.ok(stops >= 5, `${page}: ${stops} stops`);
  }
});

for (const [look, pages] of Object.entries(PAGES)) {
  story(`pages to read, ${look}`, { dark: look === 'dark' }, async ({ app, site, watch }) => {
    watch.expect(/api\/health/);
    const found = [];
    for (const page of pages) {
      await app.page.goto(`${site.url}learn/${page}.html`);
      for (const line of await violations(app.page, SIZES.phone.width)) found.push(`${page}: ${line}`);
    }
    assert.deepEqual(found, []);
  });
}

story('from Today to a page, by search to another, and back', {}, async ({ app }) => {
  await app.open();
  await app.page.getByRole('link', { name: 'Learn', exact: true }).tap();
  await app.page.waitForURL(/learn\//);
  await app.page.getByRole('link', { name: 'Search', exact: true }).first().tap();
  await app.page.getByRole('searchbox').fill('wallet');
  await app.page.getByRole('main').getByRole('link').filter({ hasText: /./ }).first().waitFor();
  await app.page.getByRole('link', { name: 'Today', exact: true }).tap();
  await app.at('Where does it hurt?');
});

story('a release plays, stops when asked, and is a list again at its end', { clock: true }, async ({ app, site, watch }) => {
  watch.expect(/api\/health/);
  await app.page.goto(`${site.url}learn/gluteus-minimus.html`);
  const place = app.page.getByRole('region', { name: /^A release in \d+ seconds$/ });
  const scenes = place.getByRole('listitem');
  const all = await scenes.count();
  assert.ok(all > 5, `${all} scenes without playing`);
  const play = place.getByRole('button', { name: /^Play/ });
  await play.tap();
  assert.equal(await scenes.count(), 1);
  await place.getByRole('button', { name: 'Next', exact: true }).tap();
  await scenes.getByText(/^Find\./).waitFor();
  await place.getByRole('button', { name: 'Pause', exact: true }).tap();
  await app.page.clock.runFor(60_000);
  assert.match(await scenes.innerText(), /^Find\./);
  await play.tap();
  await app.page.clock.runFor(60_000);
  assert.equal(await scenes.count(), all);
});
