import { basename } from 'node:path';
import { en } from '../../src/i18n/en.ts';
import { type Driver, patience } from './driver.ts';

/** What one engine showed. */
export interface Walk {
  readonly isIsolated: boolean;
  /** The engine's name in the status line. */
  readonly backend: string;
  readonly milliseconds: number;
  readonly verdict: string;
  /** From 0 to 1, by the label's English name; empty when the app gave no verdict. */
  readonly probabilities: Readonly<Record<string, number>>;
  /** What the record says about how it was made. */
  readonly provenance: Readonly<Record<string, string>>;
}

interface WalkOptions {
  readonly url: string;
  readonly picture: string;
  /** Called at each screen, to keep a picture of it. */
  readonly keepScreen: (name: string) => Promise<void>;
}

/** Walks the app as a learner does: notice, picture, result, History, History after a reload. */
export async function walkApp(driver: Driver, { url, picture, keepScreen }: WalkOptions): Promise<Walk> {
  await driver.open(url);
  const backend = await readBackend(driver);
  const isIsolated = (await driver.evaluate('crossOriginIsolated')) === true;
  await acceptNotice(driver);
  await keepScreen('scan');
  await driver.chooseFile('input[type=file][multiple]', picture);
  await waitFor(driver, `location.hash.startsWith('#/examination/') && document.querySelector('main dl dd')`);
  const result = await readResult(driver);
  await keepScreen('result');
  await findInHistory(driver, picture);
  await keepScreen('history');
  // A new start also tidies up: what it deletes shows here.
  await driver.reload();
  await findInHistory(driver, picture);
  await openRecord(driver, result.verdict);
  await keepScreen('record');
  return { backend, isIsolated, ...result };
}

async function readBackend(driver: Driver): Promise<string> {
  const words = `(document.querySelector('main a[href="#/settings"] span')?.textContent ?? '')`;
  await waitFor(driver, `/^(WASM|WebGPU|CPU).* · /.test(${words})`);
  return String(await driver.evaluate(`${words}.split(' · ')[0]`));
}

async function acceptNotice(driver: Driver): Promise<void> {
  const label = JSON.stringify(en['notice.accept']);
  await driver.evaluate(
    `[...document.querySelectorAll('button')].find((one) => one.textContent === ${label}).click()`,
  );
  await waitFor(driver, `document.querySelector('#first-notice') === null`);
}

/** Widths of the bars are the probabilities in percent, not rounded. */
const readResultScript = `(() => {
  const bars = [...document.querySelectorAll('main li:has(svg[role=img] rect:nth-of-type(3))')];
  const rows = [...document.querySelectorAll('main dl > div')];
  return {
    verdict: document.querySelector('main h1')?.textContent ?? '',
    probabilities: Object.fromEntries(bars.map((bar) =>
      [bar.querySelector('span').textContent, Number(bar.querySelectorAll('rect')[1].getAttribute('width')) / 100])),
    provenance: Object.fromEntries(rows.map((row) =>
      [row.querySelector('dt').textContent, row.querySelector('dd').textContent])),
  };
})()`;

async function readResult(driver: Driver): Promise<Omit<Walk, 'backend' | 'isIsolated'>> {
  const read = (await driver.evaluate(readResultScript)) as Omit<
    Walk,
    'backend' | 'isIsolated' | 'milliseconds'
  >;
  const time = read.provenance[en['provenance.time']] ?? '';
  return { ...read, milliseconds: Number.parseFloat(time.replaceAll(',', '')) };
}

async function findInHistory(driver: Driver, picture: string): Promise<void> {
  await driver.evaluate(`void (location.hash = '#/history')`);
  const name = JSON.stringify(basename(picture));
  await waitFor(driver, `document.querySelector('main ul a')?.textContent.includes(${name})`);
}

/** The record opens with the verdict and the picture that were kept. */
async function openRecord(driver: Driver, verdict: string): Promise<void> {
  await driver.evaluate(`document.querySelector('main ul a').click()`);
  const words = JSON.stringify(verdict);
  await waitFor(driver, `document.querySelector('main h1')?.textContent === ${words}`);
  await waitFor(driver, `document.querySelector('main canvas')?.width > 0`);
}

/** Asks until the expression holds; while a page loads, no answer counts as no. */
async function waitFor(driver: Driver, expression: string): Promise<void> {
  const limit = Date.now() + patience;
  let trouble = '';
  while (Date.now() < limit) {
    try {
      if ((await driver.evaluate(`Boolean(${expression})`)) === true) return;
      trouble = '';
    } catch (error) {
      trouble = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const text = await driver.evaluate('location.href + "\\n" + document.body.innerText');
  throw new Error(`Waited in vain for ${expression}. ${trouble}\nThe page says: ${String(text)}`);
}
