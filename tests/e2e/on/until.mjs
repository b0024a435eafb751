import assert from 'node:assert/strict';

/** Waits until something holds, and says what did not: words, or a function that finds them in the end. */
export async function until(what, holds, limit = 10_000) {
  const end = Date.now() + limit;
  for (;;) {
    if (await holds()) return;
    if (Date.now() > end) assert.fail(`never: ${typeof what === 'string' ? what : what()}`);
    await new Promise(wait => setTimeout(wait, 25));
  }
}
