import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp, phone } from './open-app.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp({ viewport: phone });
  await app.page.goto(`${app.url}#/settings`);
});

afterAll(() => app.context.close());

const sense = (name: string): Locator => app.page.getByRole('switch', { name, exact: true });

describe('hands-free coaching in Settings', () => {
  it('is silent at first, for the neighbours’ sake', async () => {
    await app.page.getByRole('heading', { name: 'While scanning' }).waitFor();
    expect(await sense('Short tones').isChecked()).toBe(false);
    expect(await sense('Spoken advice').isChecked()).toBe(false);
    expect(await sense('Vibration').isChecked()).toBe(true);
    expect(await sense('Keep the screen on').isChecked()).toBe(true);
  });

  it('is switched on by touch, gives a sample without an error, and is remembered', async () => {
    await app.page.getByText('Short tones').click();
    expect(await sense('Short tones').isChecked()).toBe(true);
    await app.page.reload();
    await sense('Short tones').waitFor();
    expect(await sense('Short tones').isChecked()).toBe(true);
    expect(app.errors).toEqual([]);
  });

  it('says why a voice cannot be had, and does not offer it', async () => {
    // This browser has no voices at all.
    expect(await sense('Spoken advice').isDisabled()).toBe(true);
    expect(
      await app.page.evaluate(() => {
        const box = document.querySelector('input[role=switch][disabled]');
        return document.getElementById(box?.getAttribute('aria-describedby') ?? '')?.textContent;
      }),
    ).toMatch(/No English voice is on this device/);
  });
});
