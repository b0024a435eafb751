// The whole way in a real browser, on a phone and a desk, light and dark: what it costs a person, and that it ends well.
import assert from 'node:assert/strict';
import { story, withBrowser } from './on/story.mjs';
import { count, lines } from './on/words.mjs';
import { press, runSession, toTheFirstPress, toTheSession } from './pages/way.mjs';

const TAPS = 20;
const WORDS = 250;

withBrowser({ body: true });

for (const size of ['phone', 'desk']) {
  for (const dark of [false, true]) {
    story(`the whole way, ${size}, ${dark ? 'dark' : 'light'}`, { size, dark, clock: true }, async ({ app }, t) => {
      const screens = [];
      await app.open();
      await toTheFirstPress(app, async name => {
        // a word that stands there for a blink is not read
        await app.page.waitForFunction(() => !document.querySelector('header').innerText.includes('Saving'));
        screens.push([name, await lines(app.page)]);
      });
      const { words, screens: added } = count(screens.map(([, read]) => read));
      t.diagnostic(`to the first press: ${app.taps} taps, ${words} words`);
      t.diagnostic(screens.map(([name], at) => `${name} ${added[at]}`).join(', '));
      assert.ok(app.taps <= TAPS, `${app.taps} taps to the first press`);

      await press(app);
      await app.at('This fits best so far');
      await toTheSession(app);
      const steps = await runSession(app);
      assert.ok(steps.some(step => step.startsWith('Hold: Medius')), steps.join('\n'));
      await app.set('How bad is it after?', 3);
      await app.tap('Done');
      await app.at('Tonight and tomorrow');
      await app.sees('Pain went from 6 to 3 of 10.');
      await app.tab('Journal');
      await app.sees('Session done at 3 of 10.');
      await app.sees('Pressed gluteus medius, back part, right: 6 of 10, my pain.');
      await app.saved();
      assert.ok(words <= WORDS, `${words} words to the first press; ${JSON.stringify(screens)}`);
    });
  }
}
