// `npm test`: finds or installs a browser, then types, lint, unit, browser and end-to-end tests; counts them all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser.ts';

/** The part of vitest's JSON report that is counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly name: string }[];
}

let passed = 0;
let failed = 0;
let skipped = 0;

ensureBrowser();
if (!existsSync('../shared/data')) {
  console.log('SKIPPING the tests on real pictures: ../shared/data is not on this machine.');
}
count('types', run('npx', ['tsc', '-b']));
count('lint', run('npx', ['biome', 'check', '.', '--error-on-warnings']));
for (const project of ['unit', 'browser', 'e2e']) countReport(project);
// What was just built is served once more.
process.env.SKIP_BUILD = 'yes';
countReport('e2e-alone');

const counts = `${passed} passed, ${failed} failed`;
console.log(skipped === 0 ? counts : `${counts}, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

function run(command: string, args: readonly string[]): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function count(name: string, isGood: boolean): void {
  if (isGood) passed += 1;
  else failed += 1;
  console.log(`${name}: ${isGood ? 'passed' : 'FAILED'}`);
}

function countReport(project: string): void {
  const file = join(mkdtempSync(join(tmpdir(), 'kidney-coach-')), 'report.json');
  const isGood = run('npx', [
    ...['vitest', 'run', '--project', project, '--reporter=default'],
    // Vitest leaves one core free; with two, that halves the longest parts.
    ...(project === 'unit' || project === 'e2e' ? ['--maxWorkers=2'] : []),
    ...['--reporter=json', `--outputFile.json=${file}`],
  ]);
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null;
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 0;
  skipped += report?.numPendingTests ?? 0;
  const hasNone = report === null || report.numPassedTests + report.numFailedTests === 0;
  const isBrokenFile = report !== null && !isGood && report.numFailedTests === 0;
  if (hasNone || isBrokenFile) {
    failed += 1;
    console.log(`${project}: no test was collected, or a file could not be run`);
  }
}

function ensureBrowser(): void {
  const found = findBrowser();
  if (found !== null) {
    console.log(`Browser: ${found}`);
    return;
  }
  console.log('No Chromium found; installing Debian’s with apt-get. CHROMIUM_PATH names another.');
  const isInstalled = run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium']);
  if (isInstalled && findBrowser() !== null) return;
  console.log('Could not install Chromium. Install it, or set CHROMIUM_PATH to a Chrome or Chromium.');
  console.log('0 passed, 1 failed');
  process.exit(1);
}
