import { readFile } from 'node:fs/promises';

/** Saves a copy: `{ name, text }` of the file. */
export async function saveCopy(app) {
  const [download] = await Promise.all([app.page.waitForEvent('download'), app.tap('Save a copy')]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Chooses a file with this text. */
export async function takeIn(app, text) {
  const buffer = Buffer.from(text);
  await app.page.getByLabel('Take in a copy').setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer });
}
