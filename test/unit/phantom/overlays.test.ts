import { describe, expect, it } from 'vitest';
import { drawOverlays } from '../../../src/phantom/draw-overlays.ts';
import { polePoints } from '../../../src/phantom/pole-points.ts';
import { picture, truthOf } from './steady-patient.ts';

describe('overlays', () => {
  it('draws a tick each centimetre', () => {
    const rendering = picture(4);
    const { data, width } = drawOverlays(rendering, { seed: 1, ruler: true });
    const rows = Array.from({ length: 192 }, (_, y) => y).filter((y) => data[y * width + width - 2] === 225);
    const apart = ((rows.at(-1) ?? 0) - (rows[0] ?? 0)) / (rows.length - 1);
    expect(rows.length).toBeGreaterThan(8);
    expect(apart * rendering.grid.layout.cmPerPixel).toBeCloseTo(1, 1);
  });

  it('stays out of the sector unless it is asked in', () => {
    const { truth, rendering } = truthOf(4);
    const changed = (textInside: boolean): number => {
      const { data } = drawOverlays(rendering, { seed: 3, textRows: 4, textInside });
      return data.filter((grey, i) => truth.maps.regions[i] !== 0 && grey !== rendering.image.data[i]).length;
    };
    expect(changed(false)).toBe(0);
    expect(changed(true)).toBeGreaterThan(50);
  });

  it('leaves the picture it was given as it was', () => {
    const rendering = picture(4);
    const before = rendering.image.data.slice();
    const drawn = drawOverlays(rendering, { seed: 1, ruler: true, greyBar: true, textRows: 3 });
    expect(rendering.image.data).toEqual(before);
    expect(drawn.data).not.toEqual(before);
  });

  it('puts calipers on the poles, as far apart as the kidney is long', () => {
    const { truth, rendering } = truthOf(4);
    const [upper, lower] = polePoints(rendering) ?? [];
    const pixels = Math.hypot((upper?.x ?? 0) - (lower?.x ?? 0), (upper?.y ?? 0) - (lower?.y ?? 0));
    expect(pixels * truth.cmPerPixel).toBeCloseTo(rendering.scene.kidney?.size.lengthCm ?? 0, 1);
  });
});
