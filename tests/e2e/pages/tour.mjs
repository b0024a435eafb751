// Every screen there is, one after the other, as a person can come to see it.
import { PLACE, press, runSession, toTheFirstPress, toTheSession } from './way.mjs';

/** Walks through all of them; `see(name)` is called on each. Needs the page's clock. */
export async function tour(app, see) {
  await app.open();
  await comfort(app, see);
  await toTheFirstPress(app, see);
  await unfolded(app, see, 'find');
  await press(app);
  await app.at('This fits best so far');
  await unfolded(app, see, 'result');
  await questions(app, see);
  await toTheSession(app, async name => {
    await see(name);
    if (name === 'plan') await unfolded(app, see, 'plan');
  });
  await stopping(app, see);
  await runSession(app, see);
  await see('session-over');
  await app.set('How bad is it after?', 3);
  await app.tap('Done');
  await app.at('Tonight and tomorrow');
  await see('tonight');
  await app.tab('Journal');
  await see('journal');
  await settings(app, see);
  await app.tab('Today');
  await see('today-again');
  await closed(app, see);
}

async function comfort(app, see) {
  await app.tap(/^Bad day/);
  await app.page.waitForURL(/comfort/);
  await see('comfort');
  await app.tab('Today');
}

async function unfolded(app, see, name) {
  await app.page.locator('main details').evaluateAll(all => all.forEach(one => (one.open = true)));
  await see(`${name}-unfolded`);
}

async function questions(app, see) {
  await app.tap('Questions');
  await app.page.waitForURL(/questions/);
  await app.page.getByRole('radio', { name: 'Yes', exact: true }).first().check({ force: true });
  await see('questions');
  await unfolded(app, see, 'questions');
  await app.tap('Show what fits');
  await app.page.waitForURL(/result/);
}

async function stopping(app, see) {
  await app.tap('Stop');
  await app.sees('Stopped. Was it one of these?');
  await see('session-stop');
  await app.tap('Go on');
}

async function settings(app, see) {
  await app.tab('Settings');
  await app.page.waitForURL(/settings/);
  await see('settings');
  await app.tap('Delete everything');
  await see('settings-delete');
  await app.tap('Keep it');
}

/** A sign that closes the gate, and what a doctor's look changes. */
async function closed(app, see) {
  await app.tap('Look again');
  await app.at('Where it hurts');
  await app.tick(PLACE);
  await app.tap('Next');
  await app.page.waitForURL(/safety|about/);
  if (/about/.test(app.page.url())) {
    await app.choose('Weeks so far', 'more');
    await app.tap('Next');
    await app.page.waitForURL(/safety/);
  }
  await app.page.getByRole('main').getByRole('checkbox').first().check({ force: true });
  await see('safety-ticked');
  await app.page.getByRole('main').getByRole('checkbox').last().check({ force: true });
  await app.tap('Next');
  await app.page.waitForURL(/help-first/);
  await see('help-first');
}
