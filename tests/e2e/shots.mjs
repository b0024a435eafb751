// `cargo xtask shots`: every screen as a picture, on a phone and a desk, light and dark; and the picture of the README
// (app.png, to be copied to docs when it shall change). The folder is the argument.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SIZES, fresh, looks } from './on/browser.mjs';
import { host } from './on/host.mjs';
import { poster } from './on/poster.mjs';
import { App } from './pages/app.mjs';
import { tour } from './pages/tour.mjs';

const [into] = process.argv.slice(2);
if (!into) throw new Error('which folder?');

const site = await host();
const browser = await fresh({ body: true });
for (const size of ['phone', 'desk']) {
  for (const dark of [false, true]) {
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
}
const phone = join(into, 'phone-light');
const told = ['locate', 'find', 'result', 'session-4'].map(name => readdirSync(phone).find(file => file.endsWith(`-${name}.png`)));
await poster(browser, told.map(file => join(phone, file)), join(into, 'app.png'));
await browser.close();
await site.close();
