import type { Page } from 'playwright-core';
import type { Figure } from './figure.ts';
import { collectLooks, openLive } from './open-live.ts';
import { readMemory } from './read-memory.ts';

const warmUpLooks = 500;
/** `LOOKS=1000 npm run bench live-endurance` takes less of an afternoon. */
const countedLooks = Number(process.env.LOOKS ?? 10_000);

/** Thousands of live looks: tensors and memory after the first 500 against after the last. */
export async function measureLiveEndurance(url: string): Promise<Figure[]> {
  const { page, context } = await openLive(url, true);
  await look(page, warmUpLooks);
  const early = await readMemory(page);
  await page.goto(`${url}#/camera`);
  const looks = await look(page, countedLooks);
  const late = await readMemory(page);
  await context.close();
  return [
    {
      name: `${looks.toLocaleString('en')} live looks: tensors more at the end`,
      value: late.tensors - early.tensors,
      unit: 'tensors',
      target: '0',
      note: `${early.tensors} at first`,
    },
    {
      name: `${looks.toLocaleString('en')} live looks: memory of page and workers more at the end`,
      value: Math.round((late.megabytes - early.megabytes) * 10) / 10,
      unit: 'MB',
      target: 'flat',
      note: `${early.megabytes.toFixed(1)} at first`,
    },
  ];
}

async function look(page: Page, wanted: number): Promise<number> {
  let looks = 0;
  while (looks < wanted) looks += (await collectLooks(page, 10)).delays.length;
  return looks;
}
