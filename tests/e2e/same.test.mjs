// The browser and the command line rank alike, to the last bit.
//
// A person enters a case through the page and saves a copy. The copy goes through the app's own rooms, built as the app is
// built, as WebAssembly in that browser (tools/same); and, turned into a case by hand, through `unknot assess`. Every
// probability is compared as its 64 bits. What the page itself shows, rounded, is compared with both.
import assert from 'node:assert/strict';
import { story, withBrowser } from './on/story.mjs';
import { caseOf, inBrowser, onCommandLine } from './on/belief.mjs';
import { saveCopy } from './pages/settings.mjs';
import { sayNone } from './pages/way.mjs';

withBrowser();

const B = 'Back';
/** Where it hurts and how much; what is said on the way; how the presses feel. */
const PEOPLE = [
  { see: B, pain: [['Upper outer buttock, your right', 6]], age: '48', sex: 'Female', weeks: 'more', presses: [[6, 'Yes'], [1, 'No'], [3, 'Partly']] },
  { see: B, pain: [['Upper inner buttock, your left', 4]], age: '31', sex: 'Male', weeks: '2–6', presses: [[2, 'No']] },
  { see: B, pain: [['Middle outer buttock, your left', 7], ['Lower outer buttock, your left', 5]], age: '70', sex: 'Female', weeks: '6–12', answers: ['Yes', 'No', 'Not sure'] },
  { see: B, pain: [['Sit bone, your right', 8]], age: '25', sex: 'Male', weeks: 'under 2', answers: ['No', 'No', 'No'], presses: [[7, 'Yes']] },
  { see: B, pain: [['Upper outer buttock, your right', 3], ['Upper outer buttock, your left', 9]], weeks: 'more' },
  { see: B, pain: [['Lower inner buttock, your left', 5]], sex: 'Female', weeks: '12–26', answers: ['Yes', 'Yes', 'Yes'] },
  { see: B, pain: [['Lower inner buttock, your right', 0], ['Middle inner buttock, your right', 10]], age: '55', weeks: 'more', presses: [[5, 'Partly'], [5, 'Partly']] },
  { see: B, pain: [['Upper inner buttock, your right', 1], ['Upper outer buttock, your right', 2], ['Middle inner buttock, your right', 3], ['Middle outer buttock, your right', 4], ['Lower outer buttock, your right', 5]], age: '62', sex: 'Male', weeks: 'more', answers: ['No', 'Yes', 'No'] },
  { see: 'Side', first: 'Hip', age: '44', sex: 'Female', weeks: '6–12', answers: ['Yes', 'Not sure', 'No'] },
  { see: 'Front', first: 'Groin and belly', age: '38', sex: 'Male', weeks: '2–6' },
];

async function tell(app, { see, pain = [], first, age, sex, weeks, presses = [], answers = [] }) {
  await app.tap(see);
  await app.at('Where it hurts');
  for (const [place, intensity] of pain) {
    await app.tick(place);
    await app.set(place, intensity);
  }
  if (first) await app.page.locator('summary').getByText(first, { exact: true }).click();
  if (first) await app.page.getByRole('main').getByRole('checkbox').first().check({ force: true });
  await app.tap('Next');
  await app.at('About you');
  if (age) await app.type('Age', age);
  if (sex) await app.choose('Sex', sex);
  await app.choose('Weeks so far', weeks);
  await app.tap('Next');
  await app.at('Any of these?');
  await sayNone(app);
  for (const [sore, known] of presses) {
    if (!(await app.button('Skip').isVisible())) break;
    const before = await app.page.locator('main').innerText();
    await app.set('How sore?', sore);
    await app.choose('Your pain?', known);
    await app.page.waitForFunction(text => document.querySelector('main').innerText !== text, before);
  }
  await app.open('result');
  if (answers.length === 0) return;
  await app.tap('Questions');
  await app.page.waitForURL(/questions/);
  const asked = app.page.getByRole('group').filter({ has: app.page.getByRole('radio') });
  const legends = await asked.locator('legend').allInnerTexts();
  for (const [at, legend] of legends.entries()) await app.choose(legend, answers[at]);
  await app.tap('Show what fits');
}

/** The numbers behind "All …, with numbers", in order. */
async function shown(app) {
  await app.page.locator('summary').filter({ hasText: 'with numbers' }).click();
  const numbers = app.page.locator('details').filter({ hasText: 'with numbers' }).locator('dd');
  return (await numbers.allInnerTexts()).map(text => text.trim());
}

/** Nothing is said to be sure. */
function inPercent(share) {
  const percent = share * 100;
  if (percent < 1) return 'under 1 %';
  return percent > 99 ? 'over 99 %' : `${Math.round(percent)} %`;
}

for (const [at, one] of PEOPLE.entries()) {
  story(`person ${at + 1} of ${PEOPLE.length}`, { size: 'desk' }, async ({ app }) => {
    await app.open();
    await tell(app, one);
    await app.saved();
    const numbers = await shown(app);
    await app.tab('Settings');
    const { text } = await saveCopy(app);
    const browser = await inBrowser(app.page, text);
    const { lines, shares } = onCommandLine(caseOf(text));
    assert.ok(browser.length > 50, `${browser.length} sources in the browser`);
    assert.deepEqual(browser, lines);
    assert.deepEqual(numbers, shares.map(inPercent));
  });
}
