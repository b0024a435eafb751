// The app in a person's hands: everything is found by its role and what it says, and every touch is counted.
import assert from 'node:assert/strict';
import { until } from '../on/until.mjs';

/** Half the width of a slider's thumb, px: where 0 and 10 are. */
const THUMB = 15;

export class App {
  /** Touches so far; a key typed is one. */
  taps = 0;

  constructor(page, url, { size = 'phone' } = {}) {
    this.page = page;
    this.url = url;
    this.touch = size === 'phone';
  }

  /** Opens the app, or one of its places, and waits until it answers. */
  async open(place = '') {
    // by way of nowhere: another place in the address alone loads nothing
    await this.page.goto('about:blank');
    await this.page.goto(this.url + (place && `#/${place}`));
    await this.ready();
  }

  async again() {
    await this.page.reload();
    await this.ready();
  }

  /** The shell has gone and the app stands there. */
  async ready() {
    // the shell has nothing to tap
    await this.page.getByRole('button').first().waitFor({ timeout: 20_000 });
  }

  get title() {
    return this.page.getByRole('heading', { level: 1 });
  }

  async at(title) {
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor({ timeout: 10_000 });
  }

  /** The browser's own way back. It hears of a new place a moment after the page shows it. */
  async goBack() {
    const shown = await this.page.evaluate(() => location.href);
    await until(`the browser is at ${shown}`, () => this.page.url() === shown);
    await this.page.goBack();
  }

  /** The line at the top that says how the records stand. */
  get status() {
    return this.page.getByRole('banner');
  }

  async saved(says = /Saved here/) {
    let said;
    const heard = async () => says.test((said = await this.status.innerText()));
    await until(() => `the top line says ${says}, but ${JSON.stringify(said)}`, heard);
  }

  async #touch(what) {
    this.taps += 1;
    // a control under its looks is not itself where the finger lands
    await (this.touch ? what.tap() : what.click());
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async tap(name) {
    await this.#touch(this.button(name));
  }

  async tab(name) {
    await this.#touch(this.page.getByRole('navigation').getByRole('link', { name, exact: true }));
  }

  box(name) {
    return this.page.getByRole('checkbox', { name, exact: typeof name === 'string' });
  }

  /** Ticks a box; what it is folded into is opened first. */
  async tick(name) {
    const inside = this.page.locator(`input[aria-label="${name}"]`);
    await this.page.locator('input[type=checkbox]').first().waitFor({ state: 'attached' });
    const fold = this.page.locator('details:not([open])').filter({ has: inside });
    if (await fold.count()) await this.#touch(fold.locator('summary').first());
    await this.#touch(this.#label(this.box(name)));
  }

  group(legend) {
    return this.page.getByRole('group', { name: legend, exact: true });
  }

  async choose(legend, name) {
    await this.#touch(this.#label(this.group(legend).getByRole('radio', { name, exact: true })));
  }

  // The whole row answers, not only the small square.
  #label(input) {
    return input.locator('xpath=ancestor::label');
  }

  async type(label, text) {
    const field = this.page.getByLabel(label, { exact: true });
    await this.#touch(field);
    await field.pressSequentially(text);
    this.taps += text.length;
  }

  slider(legend) {
    return this.page.getByRole('slider', { name: legend, exact: typeof legend === 'string' });
  }

  /** Taps a number from 0 to 10. */
  async set(legend, number) {
    const slider = this.slider(legend);
    await slider.scrollIntoViewIfNeeded();
    const { width, height } = await slider.boundingBox();
    const position = { x: THUMB + ((width - 2 * THUMB) * number) / 10, y: height / 2 };
    this.taps += 1;
    await (this.touch ? slider.tap({ position }) : slider.click({ position }));
    await until(`${legend} is ${number}`, async () => (await slider.getAttribute('aria-valuetext'))?.startsWith(`${number} `), 3_000);
  }

  async unfold(name) {
    await this.#touch(this.page.locator('summary').filter({ hasText: name }).first());
  }

  /** Says a text somewhere on the screen. */
  async sees(text) {
    await this.page.getByText(text).first().waitFor({ timeout: 10_000 });
  }

  /** What the screen says, as a person reads it. */
  async reads() {
    return this.page.locator('body').innerText();
  }

  async assertAt(title) {
    assert.equal(await this.title.innerText(), title);
  }
}
