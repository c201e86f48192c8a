import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { findDepthTicks } from '../../../src/measure/find-depth-ticks.ts';
import { alignMachine, alignProbe } from '../../../src/phantom/align-probe.ts';
import { drawOverlays } from '../../../src/phantom/draw-overlays.ts';
import { samplePhantom } from '../../../src/phantom/phantom.ts';
import { renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { findSector } from '../../../src/pixels/find-sector.ts';
import type { GreyImage } from '../../../src/pixels/grey-image.ts';

describe.each([3, 11, 29])('beside simulated patient %i', (seed) => {
  const phantom = samplePhantom(seed);
  const how = { probe: alignProbe(phantom), machine: alignMachine(phantom) };
  const rendering = renderPhantom(phantom, how, { width: 512, height: 384 });
  const find = (image: GreyImage) => {
    const sector = findSector(image);
    if (sector === null) throw new Error('no sector');
    return findDepthTicks(image, sector);
  };

  test('ticks of a centimetre are found, and the longer ones each five tell what they are', () => {
    const ticks = find(drawOverlays(rendering, { seed, ruler: true, greyBar: true, textRows: 5 }));
    expect(ticks?.proposals[0]).toBe(1);
    const { cmPerPixel } = rendering.grid.layout;
    expect(Math.abs((ticks?.spacing ?? 0) * cmPerPixel - 1)).toBeLessThan(0.01);
  });

  test('ticks are found on grey, too, as where a rim of tissue lies behind them', () => {
    const image = drawOverlays(rendering, { seed, ruler: true });
    const sector = findSector(image);
    if (sector === null) throw new Error('no sector');
    const greyed = { ...image, data: image.data.map((level) => Math.max(level, 90)) };
    expect(findDepthTicks(greyed, sector)?.spacing).toBeCloseTo(
      findDepthTicks(image, sector)?.spacing ?? 0,
      1,
    );
  });

  test('none are seen where there are only words, a grey bar and tissue', () => {
    expect(find(drawOverlays(rendering, { seed, greyBar: true, textRows: 5 }))).toBeNull();
  });
});

const folder = fileURLToPath(new URL('../../../../shared/data/abdomen/kidney/', import.meta.url));
const present = existsSync(folder);
const reason = present
  ? ''
  : ' — SKIPPED: the pictures are not at ../shared/data, so no real ticks are looked for';

async function readGrey(file: string): Promise<GreyImage> {
  const { data, info } = await sharp(`${folder}${file}`)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** In this set the pictures called stone carry a machine's ticks, and those called normal carry none. */
describe.skipIf(!present)(`beside real kidneys${reason}`, () => {
  async function shareFound(kind: string): Promise<number> {
    const files = readdirSync(folder)
      .filter((file) => file.startsWith(kind))
      .filter((_, i) => i % 30 === 0);
    const found = await Promise.all(
      files.map(async (file) => {
        const grey = await readGrey(file);
        const sector = findSector(grey);
        return sector !== null && findDepthTicks(grey, sector) !== null;
      }),
    );
    expect(found.length).toBeGreaterThan(10);
    return found.filter(Boolean).length / found.length;
  }

  test('ticks are found where there are some', async () => {
    expect(await shareFound('stone')).toBeGreaterThan(0.9);
  }, 60_000);

  test('and not where there are none', async () => {
    expect(await shareFound('normal')).toBe(0);
  }, 60_000);
});
