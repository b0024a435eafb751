import assert from 'node:assert/strict';

/** Waits until something holds, and says what did not. */
export async function until(what, holds, limit = 10_000) {
  const end = Date.now() + limit;
  for (;;) {
    if (await holds()) return;
    if (Date.now() > end) assert.fail(`never: ${what}`);
    await new Promise(wait => setTimeout(wait, 25));
  }
}
