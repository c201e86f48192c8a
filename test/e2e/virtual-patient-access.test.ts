import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp, phone, tablet } from './open-app.ts';
import { patientPage } from './patient-page.ts';

const wide = { width: 1180, height: 820 };

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  page = app.page;
});

afterAll(() => app.context.close());

describe.each([
  { name: 'tablet, dark', viewport: tablet, theme: 'dark', isWholeChecked: true },
  { name: 'phone, light', viewport: phone, theme: 'light', isWholeChecked: true },
  // Another window changes where things lie, not their names and colours.
  { name: 'tablet on its side, light', viewport: wide, theme: 'light', isWholeChecked: false },
  { name: '320 px, dark', viewport: { width: 320, height: 640 }, theme: 'dark', isWholeChecked: false },
])('$name', ({ viewport, theme, isWholeChecked }) => {
  beforeAll(async () => {
    await page.setViewportSize(viewport);
    await page.evaluate((chosen) => localStorage.setItem('kidney-coach:theme', chosen), theme);
    const { meet, press } = patientPage(app);
    await meet('seed=55');
    await press('Show the truth');
    await page.getByRole('heading', { name: 'The truth' }).waitFor();
  });

  it.each(['Probe', 'Machine', 'Patient', 'Overlays'])(
    '%s has no violation, no small target, no sideways scrolling',
    async (group) => {
      await patientPage(app).choose(group);
      if (isWholeChecked) {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            'main button, main summary, main input:not(fieldset input, label input), main label',
          ),
        ]
          .filter((element) => element.checkVisibility())
          .map((element) => ({ name: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 47.5 || box.width < 47.5)
          .map(({ name }) => name),
      );
      expect(small).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    },
  );
});
