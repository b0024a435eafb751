// Fingers on the glass, as the browser's own events: what a page hears of a finger it does not hear of a script's.

/** Fingers in the window, step by step, each step with the places of all; all are lifted at the end. */
export async function fingers(page, steps) {
  const client = await page.context().newCDPSession(page);
  const send = (type, step) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: step.map(([x, y], id) => ({ x, y, id })) });
  await send('touchStart', steps[0]);
  for (const step of steps.slice(1)) await send('touchMove', step);
  await send('touchEnd', []);
}
