// `cargo xtask shots`: every screen as a picture, on a phone and a desk, light and dark; the body in every look, a woman's and
// a man's; and the picture of the README (app.png, to be copied to docs when it shall change). The folder is the argument;
// `body` after it takes the looks of the body alone.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SIZES, fresh, looks } from './on/browser.mjs';
import { host } from './on/host.mjs';
import { poster } from './on/poster.mjs';
import { App } from './pages/app.mjs';
import { looksOf } from './pages/looks.mjs';
import { tour } from './pages/tour.mjs';

const [into, only] = process.argv.slice(2);
if (!into) throw new Error('which folder?');

const site = await host();
const browser = await fresh({ body: true });
for (const size of ['phone', 'desk']) {
  for (const dark of [false, true]) {
    if (only !== 'body') await screens(size, dark);
    for (const man of [false, true]) await body(size, dark, man);
  }
}
if (only !== 'body') {
  const phone = join(into, 'phone-light');
  const told = ['locate', 'find', 'result', 'session-4'].map(name => readdirSync(phone).find(file => file.endsWith(`-${name}.png`)));
  await poster(browser, told.map(file => join(phone, file)), join(into, 'app.png'));
}
await browser.close();
await site.close();

/** Every screen, on the way a person goes. */
async function screens(size, dark) {
  const folder = join(into, `${size}-${dark ? 'dark' : 'light'}`);
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext(looks({ size, dark }));
  const page = await context.newPage();
  await page.clock.install({ time: '2026-11-25T10:00:00Z' });
  let at = 0;
  await tour(new App(page, site.url, { size }), async name => {
    at += 1;
    const path = stem => join(folder, `${String(at).padStart(2, '0')}-${stem}.png`);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: path(name) });
    // where something is below the edge, once more as tall as it is
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (height <= SIZES[size].height + 8) return;
    await page.setViewportSize({ ...SIZES[size], height });
    await page.screenshot({ path: path(`${name}-whole`) });
    await page.setViewportSize(SIZES[size]);
  });
  console.log(`${folder}: ${at} screens`);
  await context.close();
}

/** The body in every look. */
async function body(size, dark, man) {
  const folder = join(into, `${size}-${dark ? 'dark' : 'light'}-${man ? 'man' : 'woman'}`);
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext(looks({ size, dark }));
  const page = await context.newPage();
  await looksOf(new App(page, site.url, { size }), man, name => page.screenshot({ path: join(folder, `${name}.png`) }));
  console.log(folder);
  await context.close();
}
