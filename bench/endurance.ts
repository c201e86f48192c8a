import type { Page } from 'playwright-core';
import type { Figure } from './figure.ts';
import { benchPicture, makeProfile, openBench, pictureInput, waitUntilReady } from './open-bench.ts';

const rounds = 20;
const perRound = 50;

/** 1,000 pictures in a row: tensors and memory after the second round against after the last. */
export async function measureEndurance(url: string): Promise<Figure[]> {
  const { page, context } = await openBench(makeProfile());
  await page.goto(url);
  await waitUntilReady(page);
  const pictures = await Promise.all(Array.from({ length: perRound }, (_, i) => benchPicture(i + 1)));
  let early = await readMemory(page);
  for (let round = 1; round <= rounds; round += 1) {
    await page.goto(`${url}#/scan`);
    const clear = page.getByRole('button', { name: 'Clear this list' });
    if (await clear.isVisible()) await clear.click();
    await pictureInput(page).setInputFiles(pictures);
    await page.getByText(`${perRound} pictures checked`).waitFor({ timeout: 300_000 });
    if (round === 2) early = await readMemory(page);
  }
  const late = await readMemory(page);
  await context.close();
  const growth = (late.megabytes - early.megabytes).toFixed(1);
  return [
    {
      name: '1,000 pictures: tensors more at the end',
      value: late.tensors - early.tensors,
      unit: 'tensors',
      target: '0',
      note: `${early.tensors} after 100`,
    },
    {
      name: '1,000 pictures: memory of page and worker more at the end',
      value: Number(growth),
      unit: 'MB',
      target: 'flat',
      note: `${early.megabytes.toFixed(1)} after 100`,
    },
  ];
}

/** The tensors that the diagnostics name, and the memory of page and workers after a collection. */
async function readMemory(page: Page): Promise<{ tensors: number; megabytes: number }> {
  await page.goto(`${page.url().split('#')[0]}#/settings`);
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  const text = await page.locator('pre').innerText();
  const tensors = Number(/tensors: (\d+)/.exec(text)?.[1]);
  const megabytes = await page.evaluate(async () => {
    const measured = performance as unknown as {
      measureUserAgentSpecificMemory: () => Promise<{ bytes: number }>;
    };
    return (await measured.measureUserAgentSpecificMemory()).bytes / 1e6;
  });
  return { tensors, megabytes };
}
