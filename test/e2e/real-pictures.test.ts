import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';

const data = '../shared/data';
const isThere = existsSync(`${data}/manifest.csv`);
const title = isThere ? 'real pictures' : `real pictures: SKIPPED, ${data} is not on this machine`;

/** Pictures that the model was not trained on, a few of each kind. */
function validationFiles(isWanted: (set: string, organ: string) => boolean, count: number): string[] {
  const lines = readFileSync(`${data}/manifest.csv`, 'utf8').split('\n').slice(1);
  return lines
    .map((line) => line.split(','))
    .filter(([file, set, split, organ]) => file && split === 'val' && isWanted(set ?? '', organ ?? ''))
    .map(([file]) => `${data}/${file}`)
    .slice(0, count);
}

describe.skipIf(!isThere)(title, () => {
  let app: OpenedApp;
  beforeAll(async () => {
    app = await openApp();
    await waitUntilReady(app.page);
  });
  afterAll(() => app.context.close());

  async function verdicts(page: Page, files: readonly string[]): Promise<string[]> {
    await page.goto(`${app.url}#/scan`);
    const clear = page.getByRole('button', { name: 'Clear this list' });
    if (await clear.isVisible()) await clear.click();
    await choosePictures(page, files);
    await page.getByText(`${files.length} pictures checked`).waitFor();
    return page.locator('main a[href*="examination"]').allInnerTexts();
  }

  it('knows kidneys for kidneys', async () => {
    const words = await verdicts(
      app.page,
      validationFiles((_, organ) => organ === 'kidney', 20),
    );
    expect(words).toHaveLength(20);
    expect(words.filter((word) => /Wrong|No verdict/.test(word)).length).toBeLessThanOrEqual(2);
  });

  it('shows the outline and a map for each label on a kidney picture', async () => {
    const { page } = app;
    const pixels = (): Promise<string> =>
      page.evaluate(() => document.querySelectorAll('canvas')[1]?.toDataURL() ?? 'none');
    await page.locator('main a[href*="examination"]').first().click();
    await page.getByRole('img', { name: 'The ultrasound picture' }).waitFor();
    const bare = await pixels();
    await page.getByRole('button', { name: 'Sector' }).click();
    await expect.poll(pixels).not.toBe(bare);
    await page.getByRole('button', { name: 'Where it looked' }).click();
    const maps = new Set<string>();
    for (const label of ['Artefact', 'Incorrect gain', 'Incorrect position', 'Optimal', 'Wrong']) {
      await page.getByRole('radio', { name: label }).check();
      await page.getByText(`raised “${label}”`).waitFor();
      maps.add(await pixels());
    }
    expect(maps.size).toBeGreaterThanOrEqual(3);
  });

  it('calls other organs Wrong, or gives no verdict', async () => {
    const words = await verdicts(
      app.page,
      validationFiles((_, organ) => organ !== 'kidney', 4),
    );
    expect(words.filter((word) => /Wrong|No verdict/.test(word)).length).toBeGreaterThanOrEqual(3);
  });
});
