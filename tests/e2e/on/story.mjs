// A test as a story: a host, a person with the app open, and at the end a page that complained of nothing.
import { test, before, after } from 'node:test';
import { fresh, looks } from './browser.mjs';
import { host } from './host.mjs';
import { Watch } from './watch.mjs';
import { App } from '../pages/app.mjs';

let browser;

/** Starts one Chromium for the stories of a file: `{ body: true }` where the body can be turned. */
export function withBrowser(wanted) {
  before(async () => (browser = await fresh(wanted)));
  after(async () => browser?.close());
}

/** A person with the app before them: `{ app, context, site, watch }`. */
export async function person(t, { under, files, api, clock = false, site, ...look } = {}) {
  const served = site ?? await host({ under, files, api });
  const context = await browser.newContext(looks(look));
  context.setDefaultTimeout(10_000);
  const watch = new Watch(context);
  if (!api) watch.plainHost();
  const page = await context.newPage();
  if (clock) await page.clock.install();
  t.after(async () => {
    await context.close();
    if (!site) await served.close();
  });
  return { app: new App(page, served.url, look), context, site: served, watch };
}

/** A test whose page must be quiet at its end. */
export function story(name, options, tell) {
  test(name, { timeout: 240_000 }, async t => {
    const here = await person(t, options);
    await tell(here, t);
    here.watch.quiet();
  });
}
