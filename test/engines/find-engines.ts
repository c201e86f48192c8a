import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { findBrowser } from '../find-browser.ts';
import { startChromium } from './chromium-driver.ts';
import type { Engine } from './driver.ts';
import { startFirefox } from './firefox-driver.ts';
import { startWebKit } from './webkit-driver.ts';

/** How one engine is found, and the Debian packages that bring it. */
interface Source {
  readonly name: Engine['name'];
  readonly packages: readonly string[];
  readonly find: () => Engine['start'] | null;
}

const webKitPackages = ['webkit2gtk-driver', 'xvfb', 'xauth'];

const sources: readonly Source[] = [
  {
    name: 'Chromium',
    packages: ['chromium'],
    find: () => {
      const binary = findBrowser();
      return binary === null ? null : () => startChromium(binary);
    },
  },
  {
    name: 'Firefox',
    packages: ['firefox-esr'],
    find: () => {
      const binary = first([process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox']);
      return binary === null ? null : () => startFirefox(binary);
    },
  },
  { name: 'WebKit', packages: webKitPackages, find: () => findWebKit(false) },
  { name: 'WebKit, shared memory', packages: webKitPackages, find: () => findWebKit(true) },
];

/** The engines on this machine, Chromium first, and the names of those that are not. */
export interface FoundEngines {
  readonly engines: readonly Engine[];
  readonly missing: readonly Engine['name'][];
}

/** Looks for the three engines; says how to install what is missing, and does it where apt-get may be used. */
export function findEngines(tell: (line: string) => void): FoundEngines {
  const missing = sources.filter(({ find }) => find() === null);
  if (missing.length > 0) installPackages(missing, tell);
  const found = sources.map(({ name, find }) => ({ name, start: find() }));
  return {
    engines: found.flatMap(({ name, start }) => (start === null ? [] : [{ name, start }])),
    missing: found.flatMap(({ name, start }) => (start === null ? [name] : [])),
  };
}

function installPackages(missing: readonly Source[], tell: (line: string) => void): void {
  const names = missing.map(({ name }) => name).join(', ');
  const packages = [...new Set(missing.flatMap((source) => source.packages))];
  tell(`Missing: ${names}. On Debian: apt-get install -y ${packages.join(' ')}`);
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  for (const args of [['update'], ['install', '-y', ...packages]]) {
    tell(`> apt-get ${args.join(' ')}`);
    spawnSync('apt-get', args, { stdio: 'inherit' });
  }
}

function findWebKit(hasThreads: boolean): Engine['start'] | null {
  const driver = first(['/usr/bin/WebKitWebDriver']);
  const browser = first(listMiniBrowsers());
  const xvfb = existsSync('/usr/bin/xauth') ? first(['/usr/bin/xvfb-run']) : null;
  if (driver === null || browser === null || xvfb === null) return null;
  return () => startWebKit({ driver, browser, xvfb, hasThreads });
}

function first(places: readonly (string | undefined)[]): string | null {
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`, whatever the machine and the version. */
function listMiniBrowsers(): string[] {
  if (!existsSync('/usr/lib')) return [];
  return readdirSync('/usr/lib')
    .filter((folder) => folder.endsWith('-linux-gnu'))
    .flatMap((folder) => readdirSync(`/usr/lib/${folder}`).map((name) => `/usr/lib/${folder}/${name}`))
    .filter((path) => /\/webkit(2)?gtk-[\d.]+$/.test(path))
    .map((path) => `${path}/MiniBrowser`);
}
