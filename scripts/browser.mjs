/**
 * The browsers in which the page is tested: Chromium with its driver, which most tests need, Firefox, and WebKit.
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

/**
 * @param {string} why  What is installed and for what, in one line.
 * @param {string[]} packages
 */
async function installWithApt(why, packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=600', '-q', '-y'];
  await longStep(why, async () => {
    const update = await run('apt-get', [...options, 'update'], { env });
    const install = await run('apt-get', [...options, 'install', '--no-install-recommends', ...packages], { env });
    if (install.status !== 0) {
      throw new Problem(
        `apt-get could not install a browser: run \`apt-get install ${packages.join(' ')}\` by hand.`,
        lastLines(update.output + install.output),
      );
    }
  });
}

const FONTS = ['fonts-liberation', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/**
 * @returns {Promise<{ chromium: string, chromedriver: string }>}
 */
export async function ensureBrowser() {
  if (!(findChromium() && findChromedriver()) && canUseApt()) {
    await installWithApt(
      "Installing Debian's chromium, chromium-driver and fonts with apt-get: the page is tested in it. About a minute.",
      ['chromium', 'chromium-driver', ...FONTS],
    );
  }
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

/**
 * A further browser: its programs, in the order of `names`; `null` where one is missing.
 * @param {string[][]} names  For each program, the names under which it may be found.
 * @param {string} what
 * @param {string[]} packages  What Debian calls them.
 * @returns {Promise<string[] | null>}
 */
async function ensureOther(names, what, packages) {
  const find = () => names.map((own) => own.map((name) => findProgram(name)).find(Boolean) ?? '');
  if (find().includes('') && canUseApt()) {
    await installWithApt(
      `Installing Debian's ${packages.join(' and ')} with apt-get: the page is tested in ${what} too.`,
      packages,
    );
  }
  const found = find();
  return found.includes('') ? null : found;
}

/** Firefox, which `FIREFOX` may name. */
export async function ensureFirefox() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  return (await ensureOther([['firefox-esr', 'firefox']], 'Firefox', ['firefox-esr']))?.[0] ?? null;
}

/** The driver of WebKit, the engine of Safari, as GTK's port has it, and the screen that it draws on. */
export async function ensureWebKit() {
  const found = await ensureOther([['WebKitWebDriver'], ['Xvfb']], 'WebKit', ['webkit2gtk-driver', 'xvfb']);
  return found && { driver: found[0] ?? '', screen: found[1] ?? '' };
}
