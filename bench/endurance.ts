import type { Figure } from './figure.ts';
import { benchPicture, makeProfile, openBench, pictureInput, waitUntilReady } from './open-bench.ts';
import { readMemory } from './read-memory.ts';

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
