// Somebody without a mouse.
import assert from 'node:assert/strict';
import { until } from '../on/until.mjs';

/** More stops than any screen has. */
const MOST = 150;

export class Keys {
  constructor(app) {
    this.app = app;
    this.page = app.page;
  }

  /** A new screen begins at its heading. */
  async arrived(title) {
    const heading = this.page.getByRole('heading', { level: 1, name: title });
    await heading.waitFor();
    await until(`the focus is on the heading ${title}`, () => heading.evaluate(one => one === document.activeElement), 3_000);
  }

  /** Goes by Tab to something, and sees on the way where it is. */
  async to(what) {
    await what.first().waitFor();
    for (let stop = 0; stop < MOST; stop++) {
      if (await has(what)) return;
      await this.page.keyboard.press('Tab');
      await this.#seen();
    }
    assert.fail(`Tab never came to ${what}`);
  }

  async press(what, key = 'Enter') {
    const target = typeof what === 'string' ? this.app.button(what) : what;
    await this.to(target);
    await this.page.keyboard.press(key);
  }

  async type(what, text) {
    await this.to(what);
    await this.page.keyboard.type(text);
  }

  /** Radio buttons: Tab to the group, arrows to look, Space to choose: what is chosen may lead on at once. */
  async choose(legend, name) {
    const radios = this.app.group(legend).getByRole('radio');
    const wanted = this.app.group(legend).getByRole('radio', { name, exact: true });
    await this.to(radios);
    for (let steps = await radios.count(); steps > 0 && !(await has(wanted)); steps--) await this.page.keyboard.press('ArrowRight');
    assert.ok(await has(wanted), `the arrows never came to ${name}`);
    await this.page.keyboard.press('Space');
  }

  /** Tabs until the page is left, within so many stops; how many there were. */
  async round(most = MOST) {
    for (let stop = 0; stop < most; stop++) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate(() => document.activeElement === document.body)) return stop;
      await this.#seen();
    }
    return assert.fail('the keyboard does not get out');
  }

  // What has the focus is drawn so, and not under the bars.
  async #seen() {
    const wrong = await this.page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body) return null;
      const name = `${here.localName} ${here.getAttribute('aria-label') ?? here.innerText ?? ''}`.slice(0, 60);
      const drawn = [here, here.closest('label')].filter(Boolean).some(one => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || /inset|0px 0px 0px [2-9]/.test(boxShadow);
      });
      if (!drawn) return `${name}: nothing shows the focus`;
      const label = here.closest('label') ?? here;
      const box = label.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (y < 0 || y > innerHeight) return `${name}: out of sight`;
      const top = document.elementFromPoint(x, y);
      return label.contains(top) || top?.contains(label) ? null : `${name}: under ${top?.localName}.${top?.className}`;
    });
    assert.equal(wrong, null);
  }
}

const has = what => what.evaluateAll(all => all.includes(document.activeElement));
