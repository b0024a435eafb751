// The body in every look it has: sides, layers, a drawing, the way to a spot, and where a source is felt.
import { PLACE, press, sayNone } from './way.mjs';

const LAYERS = ['Maximus', 'Medius', 'Minimus', 'Bones'];
const DRAWING = [['Lower outer buttock, your left', 2], ['Upper inner buttock, your left', 9], [PLACE, 6]];
const SIDES = [['Back'], ['Side', 'Right'], ['Side', 'Left'], ['Front']];

/** Goes through all of them with a woman's or a man's body; `see(name)` is called on each, with the figure brought to the top. */
export async function looksOf(app, man, see) {
  const shown = async name => {
    await app.page.evaluate(() => document.querySelector('.figure').scrollIntoView());
    await app.page.waitForTimeout(350);
    await see(name);
  };
  await toFind(app, man);
  await steps(app, shown);
  await press(app);
  await app.at('This fits best so far');
  await app.page.locator('main details').evaluateAll(all => all.forEach(one => (one.open = true)));
  await solid(app);
  await shown('felt');
  await app.open('locate');
  await solid(app);
  await app.page.locator('.solid-fold > summary').click();
  for (const side of SIDES) {
    await from(app, side);
    await app.tap('Skin');
    await shown(`skin-${side.at(-1)}`);
    for (const layer of LAYERS) {
      await app.tap(layer);
      await shown(`${layer}-${side.at(-1)}`);
    }
    await app.tap('Minimus');
    await app.tap('Nerve');
    await shown(`nerve-${side.at(-1)}`);
    await app.tap('Nerve');
    await app.tap('Flat picture');
    await shown(`flat-${side.at(-1)}`);
    await app.tap('Body to turn');
  }
  await app.tap('Skin');
  await from(app, ['Back']);
  await app.tap('Legs');
  await shown('legs-skin');
  for (const layer of LAYERS) {
    await app.tap(layer);
    await shown(`legs-${layer}`);
  }
  await app.tap('Flat picture');
  await shown('legs-flat');
}

async function from(app, [side, turned]) {
  await app.choose('Seen from', side);
  if (turned && await app.button(turned).isVisible()) await app.tap(turned);
}

async function solid(app) {
  await app.page.locator('.figure[data-solid]').first().waitFor({ timeout: 30_000 });
  await app.page.waitForTimeout(600);
}

/** To the first spot, with a drawing of several places, each as bad as it is. */
async function toFind(app, man) {
  await app.open();
  await app.tap('Back');
  for (const [place, bad] of DRAWING) {
    await app.tick(place);
    await app.set(place, bad);
  }
  await app.tap('Next');
  await app.type('Age', '48');
  await app.choose('Sex', man ? 'Male' : 'Female');
  await app.choose('Weeks so far', 'more');
  await app.tap('Next');
  await sayNone(app);
}

/** Each step of the way, with a ball, and with the head of a gun. */
async function steps(app, shown) {
  await solid(app);
  await shown('find');
  await app.tap('Step back');
  for (let at = 1; ; at++) {
    await shown(`find-step-${at}`);
    if (await app.button('Next step').isDisabled()) break;
    await app.tap('Next step');
  }
  await app.page.locator('.figure').evaluate(figure => (figure.dataset.spot += ' +gun'));
  await app.page.waitForTimeout(200);
  await app.tap('Step back');
  for (let last = false; !last; last = await app.button('Next step').isDisabled()) {
    await app.tap('Next step');
    await app.page.waitForTimeout(200);
  }
  await shown('find-gun');
}
