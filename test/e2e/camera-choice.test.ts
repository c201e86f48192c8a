import { describe, expect, it } from 'vitest';
import { openApp, waitUntilReady } from './open-app.ts';

/** The names that browsers give, and what the app makes of them. */
const failures = [
  ['NotAllowedError', 'The browser did not allow the camera.'],
  ['SecurityError', 'This page may not use a camera.'],
  ['NotFoundError', 'No camera was found on this device.'],
  ['NotReadableError', 'Another app or tab is using the camera, or it does not answer.'],
  ['AbortError', 'Another app or tab is using the camera, or it does not answer.'],
  ['OverconstrainedError', 'The camera cannot give the size that was asked for.'],
  ['TypeError', 'This page may not use a camera.'],
] as const;

describe('which camera', () => {
  it('is chosen by name, remembered by its id, and given up when it is not there', async () => {
    const app = await openApp({
      args: ['--use-fake-device-for-media-stream=device-count=2', '--use-fake-ui-for-media-stream'],
      permissions: ['camera'],
    });
    const { page } = app;
    const given = () =>
      page.evaluate(() => {
        const stream = document.querySelector('video')?.srcObject as MediaStream | null | undefined;
        return stream?.getVideoTracks()[0]?.getSettings().deviceId ?? null;
      });
    await waitUntilReady(page);
    await page.getByRole('button', { name: 'Live camera' }).click();
    await expect.poll(given).not.toBeNull();
    await page.getByText('Camera and capture').click();
    const picker = page.getByLabel('Camera or capture card');
    const ids = await picker
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(ids).toHaveLength(2);
    const other = ids.find((id) => id !== undefined && id !== '') && ids[1];
    await picker.selectOption(other ?? '');
    await expect.poll(given).toBe(other);
    await page.reload();
    await expect.poll(given).toBe(other);
    await page.evaluate(() => localStorage.setItem('kidney-coach:camera', 'gone'));
    await page.reload();
    await expect.poll(given).toBe(ids[0]);
    await page.getByText('Camera and capture').click();
    await page.getByRole('radio', { name: '480p' }).check();
    await page.getByText(/The camera gives \d+ × 480\./).waitFor();
    await app.context.close();
  });

  it('has a sentence and a next step of its own for each way in which it cannot be had', async () => {
    const app = await openApp();
    const { page } = app;
    for (const [name, sentence] of failures) {
      await page.evaluate((errorName) => {
        navigator.mediaDevices.getUserMedia = () =>
          Promise.reject(new DOMException('for the test', errorName));
      }, name);
      await page.getByRole('button', { name: 'Live camera' }).click();
      await page.getByText(sentence).waitFor();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await page.getByRole('button', { name: 'Back to Scan' }).click();
      await page.getByRole('button', { name: 'Choose pictures' }).waitFor();
    }
    await app.context.close();
  });
});
