import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Glimpse } from '../../src/frame/glimpse.ts';
import { glimpseScreen, type ScreenGlimpse } from '../../src/frame/glimpse-screen.ts';
import { type ScreenLink, startScreenReader } from '../../src/frame/screen-link.ts';
import { cornerDistance, type Quad } from '../../src/scanner-screen/quad.ts';
import type { ScreenView } from '../../workers/screen-protocol.ts';
import { photographScreen } from '../fixtures/photograph-screen.ts';

const photo = photographScreen(0);
const pixels = new ImageData(new Uint8ClampedArray(photo.picture.data), 1280, 720);

let reader: ScreenLink;

beforeEach(() => {
  reader = startScreenReader();
});

afterEach(() => reader.end());

/** Pixels from the true corners. */
function offBy({ screen }: ScreenView): number {
  return screen === null ? Number.POSITIVE_INFINITY : cornerDistance(screen.corners, photo.corners);
}

describe('the reader of screens in its worker', () => {
  it('finds the screen in a bitmap, which is given away', async () => {
    const picture = await createImageBitmap(pixels);
    const view = await reader.ask('rectify', { picture, corners: null }, [picture]);
    expect(picture.width).toBe(0);
    expect(offBy(view)).toBeLessThan(12.8);
    const { rectified, confidence } = view.screen ?? {};
    expect((rectified?.width ?? 0) / (rectified?.height ?? 1)).toBeCloseTo(
      photo.texture.width / photo.texture.height,
      1,
    );
    expect(rectified?.data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
    expect(confidence).toBeGreaterThan(0.5);
  });

  it('finds it in pixels too, at the same place', async () => {
    const view = await reader.ask('rectify', { picture: pixels, corners: null });
    expect(pixels.width).toBe(1280);
    expect(offBy(view)).toBeLessThan(12.8);
  });

  it('takes corners set by hand as they are', async () => {
    const corners: Quad = [
      { x: 100, y: 100 },
      { x: 500, y: 100 },
      { x: 500, y: 400 },
      { x: 100, y: 400 },
    ];
    const { screen } = await reader.ask('rectify', { picture: pixels, corners });
    expect(screen?.corners).toEqual(corners);
    expect(screen?.confidence).toBe(1);
    expect(screen?.rectified).toMatchObject({ width: 400, height: 300 });
  });

  it('says so when there is no screen', async () => {
    const view = await reader.ask('rectify', { picture: new ImageData(640, 360), corners: null });
    expect(view).toMatchObject({ width: 640, height: 360, screen: null });
  });
});

describe('glimpses of a screen', () => {
  async function* source(made: ImageBitmap[]): AsyncGenerator<Glimpse> {
    for (const picture of [new ImageData(640, 360), pixels, pixels]) {
      const bitmap = await createImageBitmap(picture);
      made.push(bitmap);
      yield { picture: bitmap, atMs: made.length };
    }
  }

  it('yields one for each picture that shows it, reports all, and asks for the next only when it is asked', async () => {
    const [made, views]: [ImageBitmap[], ScreenView[]] = [[], []];
    const seen: ScreenGlimpse[] = [];
    const watch = { ask: reader.ask, handSet: signal(null), onView: (view: ScreenView) => views.push(view) };
    for await (const glimpse of glimpseScreen(source(made), watch)) {
      seen.push(glimpse);
      expect(made).toHaveLength(seen.length + 1);
      expect(views).toHaveLength(seen.length + 1);
    }
    expect(seen.map(({ atMs }) => atMs)).toEqual([2, 3]);
    expect(views.map(({ screen }) => screen !== null)).toEqual([false, true, true]);
    expect(seen[0]?.source).toEqual({ width: 1280, height: 720 });
    expect(seen[0] && cornerDistance(seen[0].corners, photo.corners)).toBeLessThan(12.8);
    expect(made.every(({ width }) => width === 0)).toBe(true);
  });

  it('ends with an error when the worker is lost', async () => {
    const watch = { ask: reader.ask, handSet: signal(null), onView: () => undefined };
    const glimpses = glimpseScreen(source([]), watch);
    const next = glimpses.next();
    reader.end();
    await expect(next).rejects.toMatchObject({ code: 'worker-lost' });
  });
});
