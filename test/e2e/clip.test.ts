import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brightness, chart, chooseVideo, press, shownFrame } from './clip-page.ts';
import { type OpenedApp, openApp, phone, tablet, waitUntilReady } from './open-app.ts';
import { phantomClip } from './phantom-clip.ts';
import type { PictureFile } from './pictures.ts';

const framesEach = 4;
/** Beside the kidney, over it, beside it again; so many pictures each. */
const sweepCm = [6, 5, 4, 0.5, 0, -0.5, -4, -5, -6];
const frames = sweepCm.length * framesEach;
const [firstGood, lastGood] = [3 * framesEach + 1, 6 * framesEach];

/** Longer than a phone is wide. */
const name = 'sweep over the left kidney, from the upper to the lower pole.webm';

let app: OpenedApp;
let sweep: PictureFile;

beforeAll(async () => {
  app = await openApp();
  await waitUntilReady(app.page);
  const pictures = sweepCm.map((slideCm) => ({ seed: 11, slideCm }));
  sweep = await phantomClip(app.page, { name, pictures, framesEach, frameMs: 80 });
});

afterAll(() => app.context.close());

describe('a clip that goes over the kidney', () => {
  it('shows its first frame, judged, with one thing to do', async () => {
    await chooseVideo(app, sweep);
    await app.page.getByRole('heading', { level: 1, name }).waitFor();
    await app.page.getByText('Incorrect position', { exact: true }).waitFor();
    await app.page.getByText(`Frame 1 of ${frames}, 0.0 s`).waitFor();
    expect(await brightness(app.page)).toBeGreaterThan(10);
  });

  it('steps, jumps and scrubs by buttons, keys and finger', async () => {
    const { page } = app;
    await press(page, 'Forward');
    await expect.poll(() => shownFrame(page)).toBe(2);
    await press(page, 'Back');
    await press(page, 'Back');
    await expect.poll(() => shownFrame(page)).toBe(1);
    await chart(page).press('End');
    await expect.poll(() => shownFrame(page)).toBe(frames);
    await chart(page).press('ArrowLeft');
    await expect.poll(() => shownFrame(page)).toBe(frames - 1);
    await chart(page).press('PageDown');
    await expect.poll(() => shownFrame(page)).toBe(frames - 11);
    const box = await chart(page).boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 50);
    await expect.poll(() => shownFrame(page)).toBeGreaterThan(frames / 2 - 2);
    expect(await shownFrame(page)).toBeLessThan(frames / 2 + 3);
  });

  it('plays to its end in its own time, and stops when asked', async () => {
    const { page } = app;
    await chart(page).press('Home');
    await press(page, 'Play');
    await expect.poll(() => shownFrame(page)).toBeGreaterThan(3);
    await press(page, 'Pause');
    const stopped = await shownFrame(page);
    await page.waitForTimeout(400);
    expect(await shownFrame(page)).toBe(stopped);
    await press(page, 'Play');
    await expect.poll(() => shownFrame(page)).toBe(frames);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('keeps what was checked when it is stopped midway', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /^Check (all|the other) frames$/ }).click();
    await page.getByText(/^Checked [5-9] of/).waitFor();
    await page.getByText(/ a second$/).waitFor();
    await press(page, 'Stop');
    await press(page, 'Check the other frames');
    const done = await page.getByText(/^Checked \d+ of/).innerText();
    expect(Number(/\d+/.exec(done)?.[0])).toBeGreaterThanOrEqual(5);
  });

  it('finds its best frame where the kidney is well in view', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Save best picture and clip' }).waitFor({ timeout: 90_000 });
    expect(await page.getByText(/^Checked/).count()).toBe(0);
    await press(page, 'Best');
    await expect.poll(() => shownFrame(page)).toBeGreaterThanOrEqual(firstGood);
    expect(await shownFrame(page)).toBeLessThanOrEqual(lastGood);
    await page.getByText('Good picture.').waitFor();
    const words = await page.locator('figcaption li').allInnerTexts();
    const optimal = words.filter((text) => text.endsWith('Optimal'));
    expect(optimal).toHaveLength(1);
    expect(optimal[0]).toMatch(/^[01]\.\d s to [12]\.\d s/);
    expect(words.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['tablet', tablet],
    ['phone', phone],
  ])('has no violation that axe knows, and room for fingers, on a %s', async (_name, viewport) => {
    await app.page.setViewportSize(viewport);
    const { violations } = await new AxeBuilder({ page: app.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    const primary = app.page.getByRole('button', { name: 'Save best picture and clip' });
    const box = await primary.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(64);
    // Under the thumb without scrolling, and not under the places.
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(viewport.height - 64);
    const overflow = await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('is kept with its best picture, after a reload too, and plays there', async () => {
    const { page } = app;
    await page.setViewportSize(tablet);
    await press(page, 'Save best picture and clip');
    await page.waitForURL(/#\/examination\//);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Optimal' }).waitFor();
    await page.getByRole('heading', { name: 'The clip' }).waitFor();
    await expect.poll(() => shownFrame(page)).toBeGreaterThanOrEqual(firstGood);
    await expect.poll(() => brightness(page)).toBeGreaterThan(10);
    await chart(page).press('Home');
    await press(page, 'Play');
    await expect.poll(() => shownFrame(page)).toBe(frames);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });

  it('is a clip in History, and moves to another tablet', async () => {
    const { page } = app;
    await page.goto(`${app.url}#/history`);
    await page.getByRole('link', { name: /pole\.webm, a clip of 2\.8 s, Optimal/ }).waitFor();
    await page.getByText('Export and restore').click();
    const [archive] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Everything (ZIP)' }).click(),
    ]);
    const zip = join(mkdtempSync(join(tmpdir(), 'kidney-coach-clip-')), archive.suggestedFilename());
    await archive.saveAs(zip);
    const other = await openApp();
    await other.page.goto(`${other.url}#/history`);
    await other.page.locator('input[accept*=zip]').setInputFiles(zip);
    await other.page.getByText('Restored: 1 new').waitFor();
    await other.page.getByRole('link', { name: /a clip of 2\.8 s/ }).click();
    await chart(other.page).press('End');
    await expect.poll(() => shownFrame(other.page)).toBe(frames);
    await expect.poll(() => brightness(other.page)).toBeGreaterThan(10);
    expect(other.errors).toEqual([]);
    await other.context.close();
  });
});
