import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { phantomPicture } from '/tmp/wt/findings/test/e2e/phantom-picture.ts';
import { findBrowser } from '/tmp/wt/findings/test/find-browser.ts';

const folder = '/tmp/x/out';
mkdirSync(folder, { recursive: true });
if (!process.env.NOBUILD) await build({ logLevel: 'warn' });
const server = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
const a = server.httpServer.address() as any;
const url = `http://127.0.0.1:${a.port}/`;
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 820, height: 1180 }, reducedMotion: 'reduce' });
page.on('console', (m) => {
  if (m.type() === 'error') console.log('console', m.text());
});
page.on('pageerror', (e) => console.log('pageerror', e.message));
page.setDefaultTimeout(60000);
const shoot = async (n: string, full = false) => {
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}/${n}.png`, fullPage: full });
};
try {
  await page.goto(url);
  await page
    .getByText(/(WASM|WebGPU|CPU).* · /)
    .first()
    .waitFor({ timeout: 90000 });
  await page.getByRole('button', { name: 'I understand' }).click();
  await page
    .locator('input[type=file][multiple]')
    .setInputFiles([await phantomPicture('kidney.png', { seed: 21 })]);
  await page.waitForURL(/examination/);
  await page.getByRole('button', { name: 'Findings' }).waitFor();
  const record = page.url();
  console.log(record);
  await page.goto(record + '/findings');
  await page.getByText('How old').waitFor();
  await shoot('age');
  await page.getByRole('button', { name: '18 to 90' }).click();
  await page.getByText('What the model sees').waitFor();
  await shoot('read');
  await shoot('read-full', true);
  await page.getByRole('button', { name: /^Stone/ }).click();
  await shoot('open');
  await shoot('open-full', true);
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot('phone');
  await shoot('phone-full', true);
  await page.getByRole('button', { name: /^Space-occ/ }).click();
  await shoot('phone-mass', true);
  await page.setViewportSize({ width: 820, height: 1180 });
  await shoot('mass');
  await page.goto(record);
  await page.getByText('Read by').waitFor();
  await page.getByText('Read by').scrollIntoViewIfNeeded();
  await page.waitForTimeout(1500);
  await shoot('result');
} catch (e) {
  console.log(String(e));
  await shoot('error');
}
await browser.close();
await server.close();
