// The question board in a real browser: asked with and without script, answered by its owner, within reach of everybody.
import assert from 'node:assert/strict';
import { test, before, after } from 'node:test';
import { violations } from './on/axe.mjs';
import { board } from './on/board.mjs';
import { fresh, looks, SIZES } from './on/browser.mjs';

let browser;
before(async () => (browser = await fresh()));
after(async () => browser?.close());

for (const javaScriptEnabled of [true, false]) {
  test(`a question is asked, answered and read, script ${javaScriptEnabled ? 'on' : 'off'}`, { timeout: 120_000 }, async t => {
    const { url, owner } = await board(t);
    const context = await browser.newContext(looks({ javaScriptEnabled }));
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(`${url}/learn/questions.html`);
    assert.equal(page.url(), `${url}/questions/`);
    await page.getByRole('main').getByRole('link', { name: 'Ask a question' }).tap();
    await page.getByLabel('None of these is so for me').check();
    await page.getByLabel('Topic').selectOption('tools');
    await page.getByLabel('Name').fill('Ann');
    await page.getByLabel('E-mail').fill('ann@hidden.example');
    await page.getByLabel('Your question').fill('Too short');
    // nobody reads faster than this
    await page.waitForTimeout(3_100);
    await page.getByRole('button', { name: 'Send the question' }).tap();
    await page.getByRole('alert').getByText('Write between 20 and 2000 characters.').waitFor();
    await page.getByLabel('E-mail').fill('ann@hidden.example');
    await page.getByLabel('Your question').fill('Is a <b>hard</b> ball too much to begin with?');
    await page.getByRole('button', { name: 'Send the question' }).tap();
    await page.getByRole('heading', { name: 'Your question has arrived' }).waitFor();

    owner(['answer', '1', '-', '--publish'], 'Begin with your own knuckle.');
    await page.getByRole('link', { name: 'Back to the questions' }).tap();
    const asked = page.getByRole('article', { name: 'Ann asks' });
    await asked.getByText('Is a <b>hard</b> ball too much to begin with?').waitFor();
    await asked.getByText('Begin with your own knuckle.').waitFor();
    assert.deepEqual(await context.cookies(), []);
    assert.ok(!(await page.content()).includes('hidden.example'));
  });
}

for (const dark of [false, true]) {
  test(`the board is within reach of everybody, ${dark ? 'dark' : 'light'}`, { timeout: 120_000 }, async t => {
    const { url } = await board(t);
    const context = await browser.newContext(looks({ dark }));
    t.after(() => context.close());
    const page = await context.newPage();
    const found = [];
    const look = async name => {
      for (const line of await violations(page, SIZES.phone.width)) found.push(`${name}: ${line}`);
    };
    for (const path of ['/questions/', '/questions/ask', '/questions/thanks', '/questions/99']) {
      await page.goto(url + path);
      await look(path);
    }
    await page.goto(`${url}/questions/ask`);
    // the server's own words for what is missing, not the browser's
    await page.locator('form').evaluate(form => (form.noValidate = true));
    await page.getByRole('button', { name: 'Send the question' }).tap();
    await page.getByRole('alert').waitFor();
    await look('what to mend');
    assert.deepEqual(found, []);
  });
}
