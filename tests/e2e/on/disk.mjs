// What the browser has on its disk, read beside the app.

/** Every record as it is kept, by device and number; with what must hold of it whatever happened. */
export async function records(page) {
  const rows = await page.evaluate(() => new Promise((done, fail) => {
    const opening = indexedDB.open('unknot');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains('records')) return done([]);
      const store = db.transaction('records').objectStore('records');
      const [keys, values] = [store.getAllKeys(), store.getAll()];
      values.onsuccess = () => {
        db.close();
        done(keys.result.map(([device, number], at) => ({ device, number, text: values.result[at] })));
      };
    };
  }));
  return rows;
}

/** Numbers of each device that are missing. */
export function gaps(rows) {
  const devices = new Map();
  for (const { device, number } of rows) devices.set(device, [...(devices.get(device) ?? []), number]);
  return [...devices].flatMap(([device, numbers]) => {
    numbers.sort((a, b) => a - b);
    return numbers.flatMap((number, at) => (number === at + 1 ? [] : [`${device}: ${number} stands at ${at + 1}`]));
  });
}
