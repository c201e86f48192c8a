// `npm run screenshots`: drives the built app with pictures of simulated patients and writes docs/screenshots/.
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { cameraArguments, screenClip } from './e2e/live-page.ts';
import { phantomPicture } from './e2e/phantom-picture.ts';
import { findBrowser } from './find-browser.ts';

const folder = 'docs/screenshots';
const tablet = { width: 820, height: 1180 };
const phone = { width: 390, height: 844 };

mkdirSync(folder, { recursive: true });
await build({ logLevel: 'warn' });
const server = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
const address = server.httpServer.address();
if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
const url = `http://127.0.0.1:${address.port}/`;
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--no-sandbox', ...cameraArguments(await screenClip())],
});
const page = await browser.newPage({ viewport: tablet, reducedMotion: 'reduce' });

await page.goto(url);
await ready(page);
await shoot('first-visit');
await page.getByRole('button', { name: 'I understand' }).click();
await page
  .locator('input[type=file][multiple]')
  .setInputFiles([
    await phantomPicture('right-long-axis.png', { seed: 21 }),
    await phantomPicture('right-bright.png', { seed: 11, machine: { gainDb: 16 } }),
    await phantomPicture('left-rib.png', { seed: 21, wish: { ribs: true } }),
    await phantomPicture('left-pole-cut.png', { seed: 11, slideCm: 6 }),
    await phantomPicture('left-dark.png', { seed: 3, machine: { gainDb: -16 } }),
  ]);
await page.getByText('5 pictures checked').waitFor();
await shoot('list');
await open('right-bright.png');
await page.getByRole('radio', { name: 'Why and how' }).check();
await shoot('result');
await page.goBack();
await open('left-pole-cut.png');
await page.setViewportSize(phone);
await shoot('pole-cut-phone');
await page.setViewportSize(tablet);
await page.goBack();
await open('left-rib.png');
await page.getByRole('button', { name: 'Where it looked' }).click();
await page.setViewportSize(phone);
await shoot('result-phone');
await page.setViewportSize(tablet);
await page.goBack();
await open('left-dark.png');
await page.getByText('Measured in the picture').scrollIntoViewIfNeeded();
await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
await shoot('meters');
await visit('history');
await shoot('history');
await visit('lab/kidney-view');
await page.getByRole('table').first().waitFor();
await shoot('model-card');
await visit('lab/models');
await page.getByText('tissue-layers').waitFor();
await page.getByText('Checking models').waitFor({ state: 'detached' });
await shoot('models');
await visit('patient/seed=55');
await page.getByRole('button', { name: 'Show the truth' }).click();
await page.getByRole('heading', { name: 'The truth' }).waitFor();
await shoot('virtual-patient');
await visit('camera');
await page.getByRole('button', { name: 'Scanner’s screen' }).click();
await page.getByText('Kept. Go on, or freeze.').waitFor();
await shoot('live-screen');
await page.getByRole('button', { name: 'Freeze' }).last().click();
await page.setViewportSize(phone);
await shoot('live-frozen-phone');
await page.setViewportSize(tablet);
await visit('settings');
await page.getByRole('radio', { name: 'Light' }).check();
await shoot('settings-light');
await browser.close();
await server.close();

async function ready(opened: Page): Promise<void> {
  await opened
    .getByText(/(WASM|WebGPU|CPU).* · /)
    .first()
    .waitFor({ timeout: 90_000 });
}

async function visit(place: string): Promise<void> {
  await page.goto(`${url}#/${place}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function open(name: string): Promise<void> {
  await page.locator('main a', { hasText: name }).click();
  await page.getByRole('img', { name: 'The ultrasound picture' }).waitFor();
}

async function shoot(name: string): Promise<void> {
  // Thumbnails and charts come a moment after their screen.
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/${name}.png` });
}
