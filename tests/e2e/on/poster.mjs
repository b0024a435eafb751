// A row of screens as one picture, as the README shows it.
import { readFileSync } from 'node:fs';

const STYLE = `
  body { margin: 0; padding: 16px; display: flex; gap: 16px; width: max-content; background: #ddd5c7; }
  img { width: 240px; height: 494px; object-fit: cover; object-position: top; border-radius: 16px; }
`;

/** Writes `to`: the pictures of phone screens beside one another, in their order. */
export async function poster(browser, pictures, to) {
  const page = await browser.newPage();
  const shown = pictures.map(path => `<img src="data:image/png;base64,${readFileSync(path, 'base64')}">`);
  await page.setContent(`<!doctype html><style>${STYLE}</style>${shown.join('')}`);
  await page.locator('body').screenshot({ path: to });
  await page.close();
}
