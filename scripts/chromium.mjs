// Where Chromium is, and how it gets here. Uses Node alone.
import { ensureProgram, findProgram, pathOf } from './debianPackage.mjs';

const chromium = {
  title: 'Chromium',
  debianPackage: 'chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  variable: 'CHROMIUM_PATH',
  purpose: 'the end-to-end tests',
};

/** The path of the Chromium that the tests drive; undefined where there is none. */
export const findOnPath = () => pathOf(chromium);

/** The path of Chromium, which has to be there. */
export const findChromium = () => findProgram(chromium);

/** Finds Chromium or, as root on Debian, installs its package; throws a sentence that says what to do where it cannot. */
export const ensureChromium = () => ensureProgram(chromium);
