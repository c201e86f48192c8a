import type { Locator, Page } from 'playwright-core';
import type { OpenedApp } from './open-app.ts';

/** What the tests do on the virtual patient's screen. */
export interface PatientPage {
  /** Opens it with these settings, as if for the first time. */
  readonly meet: (settings: string) => Promise<void>;
  readonly slider: (name: string) => Locator;
  readonly press: (name: string) => Promise<void>;
  /** Chooses one of a row of segments. */
  readonly choose: (name: string) => Promise<void>;
}

/** The virtual patient's screen in this app. */
export function patientPage({ page, url }: OpenedApp): PatientPage {
  const segment = (name: string): Locator => page.getByRole('radio', { name, exact: true });
  return {
    meet: async (settings) => {
      await leave(page);
      await page.goto(`${url}#/patient/${settings}`);
      await page.getByRole('button', { name: 'Check this picture', disabled: false }).waitFor();
    },
    slider: (name) => page.getByRole('slider', { name, exact: true }),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    choose: (name) => page.locator('label', { has: segment(name) }).click(),
  };
}

/** Another address of the same page would not load it anew. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
}
