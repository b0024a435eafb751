// From the first visit on the app needs nobody: not on reload, not in a new tab, not under a sub-path.
import assert from 'node:assert/strict';
import { story, withBrowser } from './on/story.mjs';
import { App } from './pages/app.mjs';
import { press, runSession, toTheFirstPress, toTheSession } from './pages/way.mjs';

withBrowser({ body: true });

for (const under of ['/', '/care/unknot/']) {
  story(`without the server, at ${under}`, { under, clock: true }, async ({ app, context, site, watch }) => {
    watch.expect(/ERR_CONNECTION_REFUSED/);
    watch.expect(/ERR_INTERNET_DISCONNECTED/);
    await app.open();
    await app.page.evaluate(() => navigator.serviceWorker.ready);
    await site.close();
    await app.again();
    await toTheFirstPress(app);
    await press(app);
    await toTheSession(app);
    await runSession(app);
    await app.set('How bad is it after?', 2);
    await app.tap('Done');
    await app.saved();
    await app.page.close();

    const tab = await context.newPage();
    const again = new App(tab, site.url);
    await again.open('journal');
    await again.sees('Session done at 2 of 10.');
    assert.match(await again.status.innerText(), /Saved here/);
  });
}
