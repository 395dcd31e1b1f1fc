import { existsSync } from 'node:fs';

/** Where Chromium lies on the machines that we know; Debian's first. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser that looks at the page in tests and pictures: CHROMIUM where it is set; undefined where there is none. */
export const findBrowser = (environment: Readonly<Record<string, string | undefined>>): string | undefined =>
  [environment.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
