import { it } from 'vitest';
import { choosePictures, openApp, phone, waitUntilReady } from './open-app.ts';
import { phantomClip } from './phantom-clip.ts';

it('looks', async () => {
  const app = await openApp();
  await waitUntilReady(app.page);
  const t0 = Date.now();
  const clip = await phantomClip(app.page, {
    name: 'sweep.webm',
    frameMs: 80,
    framesEach: 4,
    pictures: [6, 5, 4, 0.5, 0, -0.5, -4, -5, -6].map((slideCm) => ({ seed: 11, slideCm })),
  });
  console.log('clip made', clip.buffer.length, Date.now() - t0);
  await choosePictures(app.page, [clip]);
  await app.page.waitForURL(/#\/clip/);
  await app.page.waitForTimeout(3000);
  await app.page.screenshot({ path: '/tmp/clip-shots/1.png' });
  await app.page.getByRole('button', { name: 'Check all frames' }).click();
  await app.page.waitForTimeout(2500);
  await app.page.screenshot({ path: '/tmp/clip-shots/2.png' });
  await app.page.getByRole('button', { name: 'Save best' }).waitFor({ timeout: 60000 });
  await app.page.getByRole('button', { name: 'Best', exact: true }).click();
  await app.page.waitForTimeout(500);
  console.log(await app.page.locator('figcaption').first().innerText());
  await app.page.screenshot({ path: '/tmp/clip-shots/3.png', fullPage: true });
  await app.page.setViewportSize(phone);
  await app.page.waitForTimeout(500);
  await app.page.screenshot({ path: '/tmp/clip-shots/4.png', fullPage: true });
  await app.page.getByRole('button', { name: 'Save best' }).click();
  await app.page.waitForURL(/#\/examination/);
  await app.page.waitForTimeout(1500);
  await app.page.screenshot({ path: '/tmp/clip-shots/5.png', fullPage: true });
  console.log(app.errors);
  await app.context.close();
});
