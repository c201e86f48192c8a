import { type Figure, median, spread } from './figure.ts';
import { benchPicture, makeProfile, openBench, pictureInput, waitUntilReady } from './open-bench.ts';

const runs = 5;

/** From navigation to the first verdict: browser started cold, network off, models from the device. */
export async function measureWarmStart(url: string): Promise<Figure[]> {
  const profile = makeProfile();
  await visitOnce(url, profile);
  const verdicts: number[] = [];
  const engines: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { engine, verdict } = await startOnce(url, profile, run);
    engines.push(engine);
    verdicts.push(verdict);
  }
  return [
    {
      name: 'warm start, offline: navigation to engine ready',
      value: Math.round(median(engines)),
      unit: 'ms',
      note: spread(engines),
    },
    {
      name: 'warm start, offline: navigation to first verdict',
      value: Math.round(median(verdicts)),
      unit: 'ms',
      target: '≤ 1500',
      note: spread(verdicts),
    },
  ];
}

async function visitOnce(url: string, profile: string): Promise<void> {
  const { page, context } = await openBench(profile);
  await page.goto(url);
  await waitUntilReady(page);
  await page.getByText('Works offline').waitFor();
  await context.close();
}

async function startOnce(
  url: string,
  profile: string,
  run: number,
): Promise<{ engine: number; verdict: number }> {
  const picture = await benchPicture(run + 1);
  const { page, context } = await openBench(profile, { isOffline: true });
  // Watches inside the page, so that no message to this process is in the figure.
  await page.addInitScript(() => {
    const seen = { engine: 0, verdict: 0 };
    Object.assign(globalThis, { seen });
    const look = (): void => {
      const text = document.querySelector('main')?.textContent ?? '';
      if (seen.engine === 0 && / · (ready|\d+ ms)/.test(text)) seen.engine = performance.now();
      if (
        seen.verdict === 0 &&
        location.hash.startsWith('#/examination/') &&
        document.querySelector('main h1')
      ) {
        seen.verdict = performance.now();
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await pictureInput(page).setInputFiles(picture);
  await page.waitForFunction(() => (globalThis as unknown as { seen: { verdict: number } }).seen.verdict > 0);
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { engine: number; verdict: number } }).seen,
  );
  await context.close();
  return seen;
}
