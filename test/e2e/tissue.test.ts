import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawLayered } from '../../src/phantom/draw-layered.ts';
import { Region } from '../../src/phantom/region.ts';
import { type OpenedApp, openApp, waitUntilReady } from './open-app.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp();
});

afterAll(() => app.context.close());

it('shows prepared cases before any model is loaded, and how the model learned', async () => {
  const { page } = app;
  await app.context.route('**/models/*/weights.bin', (route) => route.abort());
  await page.goto(`${app.url}#/lab`);
  await page.reload();
  await page.getByRole('link', { name: /Prepared cases/ }).click();
  await page.getByRole('row', { name: /Muscle/ }).waitFor();
  expect(await page.getByRole('figure').allInnerTexts()).toEqual([
    'Picture',
    'Prediction',
    'Truth',
    'Difference',
  ]);
  await page.getByRole('radio', { name: /pole cut off/ }).check();
  await page.getByText('Cortex and medulla').waitFor();
  await page.getByText('Position').first().waitFor();

  await page.goto(`${app.url}#/lab/learning`);
  await page.getByText('After 8 of 920 steps').waitFor();
  const range = page.getByRole('slider', { name: 'Step of the training' });
  await range.press('End');
  await page.getByText('After 920 of 920 steps').waitFor();
  await app.context.unroute('**/models/*/weights.bin');
});

it('reads a limb and compares it with a mask whose values the user explains', async () => {
  const { page } = app;
  await page.goto(`${app.url}#/scan`);
  await page.reload();
  await waitUntilReady(page);
  await page.goto(`${app.url}#/lab/tissue`);
  const { picture, mask } = drawLayered({ kind: 'limb', seed: 5011, tendon: false });
  await page.locator('input[type=file]').setInputFiles(await pngOf('limb.png', picture));
  await page.getByRole('row', { name: /Muscle/ }).waitFor({ timeout: 90_000 });
  expect(await page.getByRole('figure').count()).toBe(2);
  const fascia = { ...mask, data: mask.data.map((region) => (region === Region.fascia ? 255 : 0)) };
  await page.locator('section input[type=file]').setInputFiles(await pngOf('mask.png', fascia));
  await page.getByText('What the mask’s values mean').waitFor();
  expect(await page.getByRole('figure').count()).toBe(4);
  const dice = page
    .getByRole('row', { name: /Fascia/ })
    .getByRole('cell')
    .last();
  expect(Number(await dice.innerText())).toBeGreaterThan(0.5);
  await page.getByLabel(/Value 255/).selectOption('tendon');
  await page.getByRole('radio', { name: 'Fascia, yes or no' }).check();
  await page.getByText('The truth says nothing about fascia.').waitFor();
  expect(app.errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);
});

it('doubts or refuses a picture of a kidney, and says why', async () => {
  const { page } = app;
  // Leaving the room forgets the picture of the test before.
  await page.goto(`${app.url}#/lab`);
  await page.getByRole('link', { name: /Tissue layers/ }).waitFor();
  await page.goto(`${app.url}#/lab/tissue`);
  await page.getByRole('button', { name: 'Simulated limb' }).waitFor();
  const { picture } = drawLayered({ kind: 'kidney', seed: 21 });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await pngOf('kidney.png', picture));
  await page.getByText(/unlike those of limbs|Over half of this picture/).waitFor({ timeout: 90_000 });
});

async function pngOf(
  name: string,
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Uint8Array },
) {
  const buffer = await sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}
