import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, phone, tablet, waitUntilReady } from './open-app.ts';
import { drawnPicture } from './pictures.ts';

let app: OpenedApp;
let result: string;

beforeAll(async () => {
  app = await openApp();
  await waitUntilReady(app.page);
  await choosePictures(app.page, [await drawnPicture()]);
  await app.page.waitForURL(/#\/examination\//);
  result = new URL(app.page.url()).hash;
});

afterAll(() => app.context.close());

const places = [
  '#/scan',
  'result',
  'measure',
  'findings',
  'function',
  'report',
  '#/history',
  '#/clip',
  '#/lab',
  '#/lab/tissue',
  '#/lab/prepared',
  '#/lab/learning',
  '#/lab/annotate',
  '#/lab/models',
  '#/lab/agreement',
  '#/lab/blood',
  '#/lab/kidney-view',
  '#/settings',
  '#/examination/none',
];

/** Screens of a record. */
const parts = ['measure', 'findings', 'function', 'report'];

async function show(page: Page, place: string): Promise<void> {
  const hash = parts.includes(place) ? `${result}/${place}` : place === 'result' ? result : place;
  await page.goto(app.url + hash);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

describe.each([
  { name: 'tablet, dark', viewport: tablet, theme: 'dark' },
  { name: 'phone, light', viewport: phone, theme: 'light' },
])('$name', ({ viewport, theme }) => {
  beforeAll(async () => {
    await app.page.setViewportSize(viewport);
    await app.page.evaluate((chosen) => localStorage.setItem('kidney-coach:theme', chosen), theme);
    await app.page.reload();
  });

  it.each(places)('%s has no violation that axe knows', async (place) => {
    await show(app.page, place);
    const { violations } = await new AxeBuilder({ page: app.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    );
  });

  it.each(places)('%s has targets of at least 48 px and no sideways scrolling', async (place) => {
    await show(app.page, place);
    const small = await app.page.evaluate(() =>
      [...document.querySelectorAll('button, summary, select, input, a, label')]
        .filter((element) => element.checkVisibility() && element.closest('.visually-hidden') === null)
        .filter(
          (element) => !element.matches('.visually-hidden, p a, [class*=skip], label input, fieldset input'),
        )
        .map((element) => ({ name: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 47.5 || box.width < 47.5))
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    expect(small).toEqual([]);
    const overflow = await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

it('fits a window of 320 px without sideways scrolling', async () => {
  await app.page.setViewportSize({ width: 320, height: 640 });
  for (const place of places) {
    await show(app.page, place);
    const overflow = await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, place).toBeLessThanOrEqual(0);
  }
});
