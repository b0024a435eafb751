// What axe has against a page, by the rules of WCAG 2 A and AA, with no rule off.
import AxeBuilder from '@axe-core/playwright';
import { SIZES } from './browser.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A line for each. The page is left as tall as what stands on it. */
export async function violations(page, width) {
  await page.setViewportSize({ ...SIZES.phone, width });
  // as tall as what stands on it, also once pictures have their room: what only has to be scrolled to is not hidden under the lower bar
  for (let look = 0; look < 3; look += 1) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, SIZES.phone.height) });
    await page.waitForTimeout(50);
  }
  // the page is its only frame: no need for a second one to collect
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}
