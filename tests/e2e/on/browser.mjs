// Debian's Chromium, as a person has it: with a profile that outlives it, or fresh.
import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = process.env.UNKNOT_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-dev-shm-usage',
  // another site must not change how ours is drawn or timed
  '--hide-scrollbars', '--mute-audio',
];

/** Sizes that are tested: a small phone and a desk. */
export const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

/** Without a graphics card every picture of the body is reckoned by the processor: stories about other things do without. */
const FLAT = '--disable-3d-apis';

/** What a person has set who wants no motion: only so do pictures hear of it. */
const STILL = '--force-prefers-reduced-motion';

/** A fresh Chromium without a past, with the body to turn or with the flat picture. */
export function fresh({ body = false, still = false } = {}) {
  const args = [...FLAGS, ...(body ? [] : [FLAT]), ...(still ? [STILL] : [])];
  return chromium.launch({ executablePath: PROGRAM, headless: true, args });
}

/** What a context looks like: `size` of SIZES, `dark` or not. */
export function looks({ size = 'phone', dark = false, ...more } = {}) {
  return {
    viewport: SIZES[size], hasTouch: size === 'phone', isMobile: size === 'phone', deviceScaleFactor: 1,
    colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/London', ...more,
  };
}

/** A folder for a profile, gone after the test. */
export function profile(t) {
  const dir = mkdtempSync(join(tmpdir(), 'unknot-'));
  t.after(() => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return dir;
}

/** Chromium as a process of our own over a profile, so that it can be killed as the power cut would. */
export async function mortal(dir) {
  const args = [...FLAGS, FLAT, '--headless', '--remote-debugging-port=0', `--user-data-dir=${dir}`, 'about:blank'];
  const child = spawn(PROGRAM, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise(done => child.once('exit', done));
  const browser = await chromium.connectOverCDP(await address(child));
  const [context] = browser.contexts();
  // the group: what Chromium started must not write on after it
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    await gone;
    await browser.close().catch(() => {});
  };
  return { page: context.pages()[0], kill };
}

function address(child) {
  return new Promise((found, fail) => {
    let said = '';
    child.once('exit', () => fail(new Error(`Chromium did not start: ${said}`)));
    child.stderr.on('data', text => {
      said += text;
      const at = /DevTools listening on (ws:\S+)/.exec(said);
      if (at) found(at[1]);
    });
  });
}
