// A session at fifty times the pace, signs that end one, and what weeks lead to: looking anew, or somebody to see.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { records } from './on/disk.mjs';
import { story, withBrowser } from './on/story.mjs';
import { press, runSession, sayNone, toTheFirstPress, toTheSession } from './pages/way.mjs';

withBrowser();

const DAY_MS = 86_400_000;
const bodies = async app => (await records(app.page)).map(({ text }) => JSON.parse(text)).sort((a, b) => a.at_ms - b.at_ms);
const kinds = async (app, kind) => (await bodies(app)).filter(body => body.kind === kind);

async function begin(app) {
  await app.open();
  await toTheFirstPress(app);
  await press(app);
  await toTheSession(app);
}

/** Says how bad it is after a session, and comes to the evening. */
async function over(app, pain) {
  await app.set('How bad is it after?', pain);
  await app.tap('Done');
  await app.at('Tonight and tomorrow');
}

/** Some days later at the same hour, with a number for the day. */
async function later(app, days, pain) {
  await app.page.clock.setSystemTime((await app.page.evaluate(() => Date.now())) + days * DAY_MS);
  await app.tab('Today');
  await app.set(/^(How is it now|The morning after: how is it)\?$/, pain);
}

/** To what fits, from another day. After a session it is asked what pressing may have done. */
async function goOn(app) {
  await app.tap('Go on');
  await app.page.waitForURL(/safety|result/);
  await sayNone(app);
  await app.at('This fits best so far');
}

/** From what fits to a plan for what was chosen before. */
async function toThePlan(app) {
  await app.tap('Plan a release');
  await app.at('What do you have?');
  await app.tap('Show the plan');
  await app.page.waitForURL(/health|plan/);
  await sayNone(app);
  await app.at(/^Today, about/);
}

/** Another session, to its end. */
async function another(app, pain) {
  await goOn(app);
  await toThePlan(app);
  await app.tap('Begin');
  await app.slider('How bad is the pain now?').waitFor();
  await app.set('How bad is the pain now?', pain);
  await app.tap('Begin');
  while (await app.button('Stop').isVisible()) await app.page.clock.runFor(120_000);
  await over(app, pain);
}

/** Two weeks with a session every other day and the pain of each day. */
async function twoWeeks(app, pain) {
  await begin(app);
  await runSession(app);
  await over(app, 6);
  for (let day = 2; day <= 14; day += 2) {
    await later(app, 2, pain(day));
    if (day < 14) await another(app, pain(day));
  }
}

story('a whole session, fifty times as fast', { clock: true }, async ({ app }) => {
  await app.open();
  await toTheFirstPress(app);
  await press(app);
  let planned;
  await toTheSession(app, async name => {
    if (name === 'plan') planned = await app.page.locator('main .moves li').allInnerTexts();
  });
  const [started, titles] = [await app.page.evaluate(() => Date.now()), []];
  while (await app.button('Stop').isVisible()) {
    const title = await app.title.innerText();
    if (titles.at(-1) !== title) titles.push(title);
    await Promise.all([app.page.clock.runFor(5_000), sleep(100)]);
  }
  const took = ((await app.page.evaluate(() => Date.now())) - started) / 1000;
  await over(app, 3);
  // what was planned came by, in its order, and a spot was found before it was held and pressed again after
  const spots = titles.filter(title => /^(Find|Press again): /.test(title));
  assert.deepEqual(titles.filter(title => !spots.includes(title)), planned.map(line => line.trim()));
  assert.equal(spots.length, 2 * planned.filter(line => line.startsWith('Hold')).length);
  // what is kept is what the clock says: each hold as long as one holds, all of it within the session
  const holds = await kinds(app, 'held');
  assert.equal(holds.length, spots.length / 2);
  for (const { seconds } of holds) assert.ok(seconds >= 30 && seconds <= 60, `${seconds} s`);
  assert.ok(holds.reduce((sum, { seconds }) => sum + seconds, 0) < took && took < 12 * 60, `${took} s`);
  assert.equal((await kinds(app, 'session_ended')).at(-1).complete, true);
});

story('numbness in a hold ends the pressing for today', { clock: true }, async ({ app }) => {
  await begin(app);
  while (!(await app.title.innerText()).startsWith('Hold')) await app.page.clock.runFor(2_000);
  await app.tap('Stop');
  await app.page.getByRole('radio', { name: /^Numbness, pins and needles/ }).click({ force: true });
  await app.sees(/Weight off/);
  await app.tap('Done');
  await over(app, 6);
  assert.equal((await kinds(app, 'stop_sign')).length, 1);
  assert.equal((await kinds(app, 'session_ended')).at(-1).complete, false);
  await app.tab('Today');
  await app.sees(/Pause pressing on the buttock/);
});

story('swelling that grows in the evening is an emergency', { clock: true }, async ({ app }) => {
  await begin(app);
  await runSession(app);
  await over(app, 4);
  await app.page.clock.runFor(3 * 3_600_000);
  await app.page.getByRole('checkbox', { name: /^Growing swelling/ }).check({ force: true });
  await app.saved();
  assert.deepEqual((await kinds(app, 'stop_sign')).map(({ sign }) => sign), ['swelling']);
  await app.tab('Today');
  await app.sees('Stop. Get emergency care now.');
});

story('two weeks without change: all three muscles are looked at again', { clock: true }, async ({ app }) => {
  await twoWeeks(app, () => 6);
  await app.sees(/Look at all three gluteal muscles again/);
  await app.button('Look again').first().tap();
  await app.at('Where it hurts');
});

story('two weeks that get worse: no more pressing, and somebody to see', { clock: true }, async ({ app }) => {
  await twoWeeks(app, day => (day < 10 ? 6 : 9));
  await app.sees(/Stop pressing for now.*See a clinician/);
  await goOn(app);
  // neither to find out nor to release
  assert.equal(await app.button('Find the spot').isVisible(), false);
  assert.doesNotMatch(await app.reads(), /Press here/);
  await toThePlan(app);
  const moves = await app.page.locator('main .moves li').allInnerTexts();
  assert.deepEqual(moves.filter(move => /Hold|Sweep/.test(move)), []);
  await app.sees(/Stop pressing for now/);
});
