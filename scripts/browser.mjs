/**
 * Chromium and its driver, which the tests in the browser need.
 *
 * A browser that is there is used. Only where there is none, and only as root on a Debian, apt-get installs one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { findProgram, run } from './run.mjs';
import { lastLines, longStep, Problem } from './say.mjs';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | null} */
function findChromium() {
  const named = process.env.CHROMIUM ?? process.env.CHROME_PATH;
  if (named) return named;
  for (const name of CHROMIUM_NAMES) {
    const found = findProgram(name);
    if (found) return found;
  }
  return CHROMIUM_PLACES.find((path) => existsSync(path)) ?? null;
}

/** @returns {string | null} */
const findChromedriver = () => process.env.CHROMEDRIVER ?? findProgram('chromedriver');

function canUseApt() {
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) return false;
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installWithApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=600', '-q', '-y'];
  await longStep(
    "Installing Debian's chromium, chromium-driver and fonts with apt-get: the page is tested in it. About a minute.",
    async () => {
      const update = await run('apt-get', [...options, 'update'], { env });
      const install = await run(
        'apt-get',
        [
          ...options,
          'install',
          '--no-install-recommends',
          'chromium',
          'chromium-driver',
          'fonts-liberation',
          'fonts-noto-color-emoji',
        ],
        { env },
      );
      if (install.status !== 0) {
        throw new Problem(
          'apt-get could not install Chromium: run `apt-get install chromium chromium-driver` by hand.',
          lastLines(update.output + install.output),
        );
      }
    },
  );
}

/**
 * @returns {Promise<{ chromium: string, chromedriver: string }>}
 */
export async function ensureBrowser() {
  if (!(findChromium() && findChromedriver()) && canUseApt()) await installWithApt();
  const chromium = findChromium();
  const chromedriver = findChromedriver();
  if (!chromium || !chromedriver) {
    const missing = [!chromium && 'Chromium (or Chrome)', !chromedriver && 'chromedriver']
      .filter(Boolean)
      .join(' and ');
    throw new Problem(
      `The tests in the browser need ${missing}: install it (Debian: apt-get install chromium chromium-driver; ` +
        'macOS: brew install --cask chromium chromedriver) or name it in CHROMIUM and CHROMEDRIVER.',
    );
  }
  return { chromium, chromedriver };
}
