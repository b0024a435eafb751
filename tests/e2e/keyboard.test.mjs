// The whole way by keyboard alone: what has the focus can be seen, a new screen begins at its heading, nothing traps.
import assert from 'node:assert/strict';
import { story, withBrowser } from './on/story.mjs';
import { until } from './on/until.mjs';
import { records } from './on/disk.mjs';
import { Keys } from './pages/keys.mjs';
import { PLACE, toTheFirstPress } from './pages/way.mjs';

withBrowser();

story('the whole way by keyboard', { size: 'desk', clock: true }, async ({ app }) => {
  const keys = new Keys(app);
  await app.open();
  await keys.press('Back');
  await keys.arrived('Where it hurts');
  await keys.press(app.page.locator('summary').getByText('Buttock', { exact: true }));
  await keys.press(app.box(PLACE), 'Space');
  await keys.type(app.slider(PLACE), '6');
  await keys.press('Next');
  await keys.arrived('About you');
  await keys.type(app.page.getByLabel('Age', { exact: true }), '48');
  await keys.choose('Sex', 'Female');
  await keys.choose('Weeks so far', 'more');
  await keys.press('Next');
  await keys.arrived('Any of these?');
  while ((await app.title.innerText()) === 'Any of these?') {
    const before = await app.page.locator('main').innerText();
    await keys.press('None of these');
    await app.page.waitForFunction(text => document.querySelector('main').innerText !== text, before);
  }
  await keys.arrived(/Medius/);
  for (let at = 1; await app.button('Skip').isVisible(); at++) {
    const before = await app.page.locator('main').innerText();
    await keys.type(app.slider('How sore?'), at === 1 ? '6' : '1');
    await keys.choose('Your pain?', at === 1 ? 'Yes' : 'No');
    await app.page.waitForFunction(text => document.querySelector('main').innerText !== text, before);
  }
  await keys.arrived('This fits best so far');
  await keys.press('Plan a release');
  await keys.arrived('What do you have?');
  await keys.press(app.box('Tennis ball'), 'Space');
  await keys.press('Show the plan');
  await keys.arrived('Any of these?');
  await keys.press('None of these');
  await keys.arrived(/^Today, about/);
  await keys.press('Begin');
  await keys.arrived('Your session');
  await keys.type(app.slider('How bad is the pain now?'), '6');
  await keys.press('Begin');
  await keys.press('Stop');
  await app.sees('Stopped. Was it one of these?');
  await keys.press('Go on');
  while (await app.button('Stop').isVisible()) await keys.press('Skip');
  await keys.type(app.slider('How bad is it after?'), '3');
  await keys.press('Done');
  await keys.arrived('Tonight and tomorrow');
  await keys.press(app.page.getByRole('link', { name: 'Journal', exact: true }));
  await keys.arrived('Journal');
  await app.sees('Session begun at 6 of 10.');
});

story('the keyboard goes round every screen and comes back', { size: 'desk' }, async ({ app }) => {
  await app.open();
  const keys = new Keys(app);
  for (const place of ['Locate', 'Journal', 'Settings', 'Today']) {
    await app.tab(place);
    await until(`the heading of ${place} has the focus`, () => app.title.evaluate(one => one === document.activeElement));
    const stops = await keys.round();
    assert.ok(stops >= 5, `${place}: ${stops} stops`);
  }
});

story('a number set by arrow keys is kept once, when one goes on', { size: 'desk' }, async ({ app }) => {
  await app.open();
  await toTheFirstPress(app);
  await app.open('today');
  const slider = app.slider('How is it now?');
  await slider.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) await app.page.keyboard.press(key);
  const rated = async () => {
    await app.saved();
    const rows = await records(app.page);
    return rows.map(({ text }) => JSON.parse(text)).filter(({ kind }) => kind === 'rated').map(({ pain }) => pain);
  };
  assert.deepEqual(await rated(), []);
  await app.page.keyboard.press('Tab');
  assert.deepEqual(await rated(), [2]);
});
