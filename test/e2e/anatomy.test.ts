import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { type PhantomPicture, phantomPicture } from './phantom-picture.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp();
  await waitUntilReady(app.page);
});

afterAll(() => app.context.close());

async function check(picture: PhantomPicture): Promise<Page> {
  const { page, url } = app;
  await page.goto(`${url}#/scan`);
  await choosePictures(page, [await phantomPicture('phantom.png', picture)]);
  await page.waitForURL(/#\/examination\//);
  await page.getByText('How sure it is').waitFor();
  return page;
}

/** Pixels on the overlay in the colour of the capsule. */
function outlinePixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    const overlay = document.querySelectorAll('canvas')[1];
    const data = overlay?.getContext('2d')?.getImageData(0, 0, overlay.width, overlay.height).data ?? [];
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = data.slice(i, i + 4);
      if (alpha > 200 && red > 200 && green > 190 && blue < 110) count++;
    }
    return count;
  });
}

describe('the kidney’s outline', () => {
  it('lies on a good picture, and goes and comes with its switch', async () => {
    const page = await check({ seed: 11 });
    const kidney = page.getByRole('button', { name: 'Kidney', exact: true });
    expect(await kidney.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => outlinePixels(page)).toBeGreaterThan(300);
    await kidney.click();
    await expect.poll(() => outlinePixels(page)).toBe(0);
    await kidney.click();
    await expect.poll(() => outlinePixels(page)).toBeGreaterThan(300);
  });

  it('is still there after a reload, from history', async () => {
    await app.page.reload();
    await app.page.getByText('How sure it is').waitFor();
    await expect.poll(() => outlinePixels(app.page)).toBeGreaterThan(300);
  });

  it.each([
    ['towards the head', -6, /lower pole|right edge/],
    ['towards the feet', 6, /upper pole|left edge/],
  ])('says which end is cut off when the probe is slid %s', async (_where, slideCm, words) => {
    const page = await check({ seed: 11, slideCm });
    await page.getByText(words).first().waitFor();
  });

  it('is not drawn where there is no kidney', async () => {
    const page = await check({ seed: 11, wish: { organ: 'bladder' } });
    expect(await outlinePixels(page)).toBe(0);
    expect(await page.getByRole('button', { name: 'Kidney', exact: true }).count()).toBe(0);
  });
});
