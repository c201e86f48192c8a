import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePictures, type OpenedApp, openApp, waitUntilReady } from './open-app.ts';
import { drawnPicture, type PictureFile } from './pictures.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp({ permissions: ['clipboard-read', 'clipboard-write'] });
});

afterAll(() => app.context.close());

async function atScan(): Promise<Page> {
  await app.page.goto(`${app.url}#/scan`);
  await app.page.getByRole('button', { name: 'Choose pictures' }).waitFor();
  return app.page;
}

/** Fires a drop or paste with this file, as the browser does. */
async function hand(page: Page, kind: 'drop' | 'paste', file: PictureFile): Promise<void> {
  await page.evaluate(
    ({ kind, bytes, name, type }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], name, { type }));
      const options = { bubbles: true, cancelable: true };
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...options, clipboardData: transfer });
      document.body.dispatchEvent(event);
    },
    { kind, bytes: [...file.buffer], name: file.name, type: file.mimeType },
  );
}

describe('the first visit', () => {
  it('says at once what the app does, and what it is not', async () => {
    const text = await app.page.locator('main').innerText();
    expect(text).toContain('Shows whether a kidney picture is good');
    expect(text).toContain('It does not diagnose');
  });

  it('loads with words and a bar, then names the backend', async () => {
    await waitUntilReady(app.page);
    expect(await app.page.locator('main').innerText()).toMatch(/WASM.* · ready|WASM.* · \d+ ms/);
  });

  it('shows the notice once', async () => {
    await app.page.getByRole('button', { name: 'I understand' }).click();
    await app.page.reload();
    await app.page.getByRole('button', { name: 'Choose pictures' }).waitFor();
    expect(await app.page.getByText('Before you start').count()).toBe(0);
  });
});

describe('ways in', () => {
  it('choosing one picture leads to its result, with the time in the status line', async () => {
    const page = await atScan();
    await choosePictures(page, [await drawnPicture()]);
    await page.waitForURL(/#\/examination\//);
    await page.getByText('How sure it is').waitFor();
    await atScan();
    await page.getByText(/\d+ ms a picture/).waitFor();
  });

  it.each(['drop', 'paste'] as const)('%s anywhere on the page', async (kind) => {
    const page = await atScan();
    await hand(page, kind, await drawnPicture(`${kind}.png`));
    await page.waitForURL(/#\/examination\//);
    await page.getByText('Details and provenance').click();
    await page.getByText(`${kind}.png`).waitFor();
  });

  it('the Paste button reads the clipboard, and says so when it holds no picture', async () => {
    const page = await atScan();
    await page.evaluate(() => navigator.clipboard.writeText('no picture'));
    await page.getByRole('button', { name: 'Paste' }).click();
    await page.getByText('There is no picture to paste').waitFor();
    const picture = await drawnPicture();
    await page.evaluate(
      async (bytes) => {
        const blob = new Blob([Uint8Array.from(bytes)], { type: 'image/png' });
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
      },
      [...picture.buffer],
    );
    await page.getByRole('button', { name: 'Paste' }).click();
    await page.waitForURL(/#\/examination\//);
  });

  it('a sample is drawn here, checked, and said to be simulated', async () => {
    const page = await atScan();
    await page.getByRole('button', { name: 'Try a sample' }).click();
    await page.waitForURL(/#\/examination\//);
    await page.getByText('A simulated picture').waitFor();
    await page.getByText('Details and provenance').click();
    await page.getByText(/^Simulated patient \d+$/).waitFor();
  });

  it('many become a list, and the results lead from one to the next', async () => {
    const page = await atScan();
    await choosePictures(page, [await drawnPicture('a.png', 1), await drawnPicture('b.png', 2)]);
    await page.getByText('2 pictures checked').waitFor();
    await page.locator('main a[href*="examination"]').first().click();
    await page.getByRole('button', { name: 'Next picture' }).click();
    await page.getByRole('button', { name: 'Check another picture' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Next picture' }).waitFor();
  });
});

describe('the result screen', () => {
  it('survives a reload, at its own address', async () => {
    const page = await atScan();
    await choosePictures(page, [await drawnPicture('keep.png', 3)]);
    await page.waitForURL(/#\/examination\//);
    const before = await page.getByRole('heading', { level: 1 }).innerText();
    await page.reload();
    await page.getByRole('img', { name: 'The ultrasound picture' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(before);
  });

  it('gives advice in three depths, each with more words, and remembers the choice', async () => {
    const { page } = app;
    const words = async (): Promise<number> =>
      (await page.locator('section[aria-live]').first().innerText()).length;
    const counts: number[] = [];
    for (const depth of ['One line', 'Why and how', 'Read more']) {
      await page.getByRole('radio', { name: depth }).check();
      counts.push(await words());
    }
    expect(counts[0]).toBeLessThan(counts[1] ?? 0);
    expect(counts[1]).toBeLessThan(counts[2] ?? 0);
    await page.reload();
    expect(await page.getByRole('radio', { name: 'Read more' }).isChecked()).toBe(true);
  });

  it('shows six meters with value, band and chart, and all five labels', async () => {
    const { page } = app;
    await page.getByText('Measured in the picture').waitFor();
    expect(await page.locator('article').count()).toBe(6);
    expect(await page.locator('article [role=img]').count()).toBe(6);
    expect(await page.getByText(/^Normal /).count()).toBe(6);
    expect(await page.getByRole('img', { name: /counts from/ }).count()).toBe(5);
  });

  it('zooms by button and fits again', async () => {
    const { page } = app;
    const width = (): Promise<number> =>
      page.evaluate(() => document.querySelector('canvas')?.getBoundingClientRect().width ?? 0);
    const fitted = await width();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(width).toBeGreaterThan(fitted * 1.1);
    await page.getByRole('button', { name: 'Fit' }).click();
    await expect.poll(width).toBeCloseTo(fitted, 0);
  });

  it('deletes with undo', async () => {
    const { page } = app;
    const hash = new URL(page.url()).hash;
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.goto(app.url + hash);
    await page.getByRole('img', { name: 'The ultrasound picture' }).waitFor();
  });
});

describe('settings', () => {
  it('changes the theme at once and keeps it', async () => {
    const { page } = app;
    await page.goto(`${app.url}#/settings`);
    const text = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).color);
    const dark = await text();
    await page.getByRole('radio', { name: 'Light' }).check();
    await expect.poll(text).not.toBe(dark);
    const light = await text();
    await page.reload();
    await expect.poll(text).toBe(light);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect.poll(text).toBe(dark);
  });

  it('copies diagnostics that hold engine and browser, and no file name', async () => {
    const { page } = app;
    await waitUntilReady(page);
    await page.getByRole('button', { name: 'Copy diagnostics' }).click();
    await page.getByText('Copied.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/engine: wasm/);
    expect(text).toMatch(/tensors: \d+/);
    expect(text).not.toContain('.png');
  });
});

it('wrote no error to the console', () => {
  expect(app.errors).toEqual([]);
});
