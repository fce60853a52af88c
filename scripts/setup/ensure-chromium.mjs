// A Chromium for the tests of the window, where apt may bring one. Without it those tests are skipped,
// and say so themselves.

import { canUseApt, installWithApt } from './apt.mjs';
import { say, step } from './progress.mjs';
import { runProgram } from './run-program.mjs';
import { SetupError } from './setup-error.mjs';

/** The same names that test/support/chromium.ts looks for. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

export async function ensureChromium() {
  if (await hasChromium()) return;
  if (process.env.PARLEY_SETUP_NO_APT === '1' || !(await canUseApt())) return;
  try {
    await step('installing Chromium with apt, for the tests of the window', () =>
      installWithApt(['chromium']),
    );
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`apt could not bring Chromium (${error.message}); the window is not tested`);
  }
}

async function hasChromium() {
  const candidates = process.env.PARLEY_CHROMIUM ? [process.env.PARLEY_CHROMIUM] : NAMES;
  for (const name of candidates) {
    if ((await runProgram(name, ['--version'])).code === 0) return true;
  }
  return false;
}
