// The way somebody goes whose upper outer right buttock has hurt for long.

export const PLACE = 'Upper outer buttock, your right';
/** Screens of the gate that this person sees, and the first cautions. */
const ASKED = 'Any of these?';

/** Says no to what is asked, screen by screen, until something else is there; `see` is called on each. */
export async function sayNone(app, see = async () => {}) {
  for (let screen = 1; (await app.title.innerText()) === ASKED; screen++) {
    const before = await app.page.locator('main').innerText();
    await see(`safety-${screen}`);
    await app.tap('None of these');
    await app.page.waitForFunction(text => document.querySelector('main').innerText !== text, before);
  }
}

/** From the first screen to the first press; `see` is called on each screen when it is filled in. */
export async function toTheFirstPress(app, see = async () => {}) {
  await app.at('Where does it hurt?');
  await see('today');
  await app.tap('Back');
  await app.at('Where it hurts');
  await app.tick(PLACE);
  await app.set(PLACE, 6);
  await see('locate');
  await app.tap('Next');
  await app.at('About you');
  await app.type('Age', '48');
  await app.choose('Sex', 'Female');
  await app.choose('Weeks so far', 'more');
  await see('about');
  await app.tap('Next');
  await app.at(ASKED);
  await sayNone(app, see);
  await see('find');
}

/** Presses what is proposed: the first spot is the pain one knows, the others are not. */
export async function press(app, see = async () => {}) {
  for (let at = 1; await app.button('Skip').isVisible(); at++) {
    const first = at === 1;
    await app.set('How sore?', first ? 6 : 1);
    await see(`find-${at}`);
    const before = await app.page.locator('main').innerText();
    await app.choose('Your pain?', first ? 'Yes' : 'No');
    await app.page.waitForFunction(text => document.querySelector('main').innerText !== text, before);
  }
}

/** From the result to a session that can begin. */
export async function toTheSession(app, see = async () => {}) {
  await see('result');
  await app.tap('Plan a release');
  await app.at('What do you have?');
  await app.tick('Tennis ball');
  await see('kit');
  await app.tap('Show the plan');
  await app.at(ASKED);
  await see('health');
  await app.tap('None of these');
  await app.at(/^Today, about/);
  await see('plan');
  await app.tap('Begin');
  await app.slider('How bad is the pain now?').waitFor();
  await app.set('How bad is the pain now?', 6);
  await see('session-before');
  await app.tap('Begin');
}

/** Lets a session run to its end without a touch; needs the page's clock. Gives the titles that came by. */
export async function runSession(app, see = async () => {}) {
  const titles = [];
  while (await app.button('Stop').isVisible()) {
    const title = await app.title.innerText();
    if (titles.at(-1) !== title) {
      titles.push(title);
      await see(`session-${titles.length}`);
    }
    await app.page.clock.runFor(10_000);
  }
  return titles;
}
