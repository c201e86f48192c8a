import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askKidney } from '../../../src/phantom/ask-kidney.ts';
import { emptyEcho } from '../../../src/phantom/echo.ts';
import type { Kidney } from '../../../src/phantom/kidney.ts';
import { type PhantomWish, samplePhantom } from '../../../src/phantom/phantom.ts';
import { probeModels } from '../../../src/phantom/probe.ts';
import { Region } from '../../../src/phantom/region.ts';
import { renderPhantom } from '../../../src/phantom/render-phantom.ts';
import type { Scene } from '../../../src/phantom/scene.ts';
import { truthMaps } from '../../../src/phantom/truth-maps.ts';
import { dot } from '../../../src/phantom/vector.ts';
import { examine, picture, truthOf } from './steady-patient.ts';

const seeds = fc.integer({ min: 0, max: 100_000 });
const wishes: readonly PhantomWish[] = [
  {},
  { findings: ['stone'] },
  { findings: ['cyst'] },
  { findings: ['hydronephrosis'] },
];

/** Mean column and row of a mask, pixels. */
function middle(mask: Uint8Array, width: number): { x: number; y: number } {
  let [x, y, count] = [0, 0, 0];
  mask.forEach((one, i) => {
    x += one * (i % width);
    y += one * Math.floor(i / width);
    count += one;
  });
  return { x: x / count, y: y / count };
}

/** Counts small cubes inside the capsule. */
function volumeCm3(kidney: Kidney): number {
  const { centre, size } = kidney;
  const step = 0.3;
  const across = Math.ceil((size.lengthCm + 1) / step);
  const echo = emptyEcho();
  let count = 0;
  for (let i = 0; i < across ** 3; i += 1) {
    const from = (n: number): number => ((n % across) - across / 2) * step;
    const [x, y, z] = [from(i), from(Math.floor(i / across)), from(Math.floor(i / across ** 2))];
    echo.region = Region.none;
    askKidney(
      kidney,
      { x: centre.x + x, y: centre.y + y, z: centre.z + z, dx: 0, dy: 0, dz: 1, depthCm: 5 },
      echo,
    );
    if (echo.region >= Region.cortex && echo.region <= Region.sinus) count += 1;
  }
  return count * step ** 3;
}

/** The scene with all its bodies. */
function wholeScene(seed: number): Scene {
  return examine(seed).phantom.scene;
}

describe('determinism', () => {
  it('draws the same patient and the same picture from the same seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(samplePhantom(seed)).toEqual(samplePhantom(seed));
        const { phantom, how } = examine(seed);
        const render = (): Uint8Array => renderPhantom(phantom, how, { width: 64, height: 64 }).image.data;
        const first = render();
        picture(seed + 1, { side: 80 });
        expect(render()).toEqual(first);
      }),
      { numRuns: 6 },
    );
  });

  it('draws another picture from another seed', () => {
    expect(picture(1).image.data).not.toEqual(picture(2).image.data);
  });
});

describe('masks', () => {
  it('cortex, medulla and sinus are the kidney, without overlap', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...wishes), (seed, wish) => {
        const { truth } = truthOf(seed, { wish, side: 96 });
        const [capsule, ...parts] = (['capsule', 'cortex', 'medulla', 'sinus'] as const).map(truth.mask);
        expect(capsule?.some((one) => one === 1)).toBe(true);
        capsule?.forEach((one, i) => {
          expect(parts.reduce((sum, part) => sum + (part[i] ?? 0), 0)).toBe(one);
        });
      }),
      { numRuns: 6 },
    );
  });

  it('are as long as the sampled kidney, in centimetres', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { truth, rendering } = truthOf(seed, { machine: { depthCm: 20 } });
        const { kidney } = rendering.scene;
        const capsule = truth.mask('capsule');
        const along = Array.from(capsule).flatMap((one, i) => {
          const [x, y] = [i % 192, Math.floor(i / 192)];
          return one === 1 && kidney !== null
            ? [x * dot(kidney.long, rendering.plane.lateral) + y * dot(kidney.long, rendering.plane.axial)]
            : [];
        });
        const measured = (Math.max(...along) - Math.min(...along) + 1) * truth.cmPerPixel;
        const sampled = kidney?.size.lengthCm ?? 0;
        expect(Math.abs(measured - sampled)).toBeLessThan(0.05 * sampled);
      }),
      { numRuns: 6 },
    );
  });

  it('have the volume of the ellipsoid with the sampled axes, but for the notch at the hilum', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { kidney } = samplePhantom(seed).scene;
        if (kidney === null) throw new Error('A kidney was asked for.');
        const { lengthCm, widthCm, thicknessCm } = kidney.size;
        const ellipsoid = (Math.PI / 6) * lengthCm * widthCm * thicknessCm;
        expect(volumeCm3(kidney) / ellipsoid).toBeGreaterThan(0.9);
        expect(volumeCm3(kidney) / ellipsoid).toBeLessThan(1.06);
      }),
      { numRuns: 6 },
    );
  });
});

describe('bodies far from the plane', () => {
  it('are left out without a change to the picture', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { truth, rendering } = truthOf(seed, { side: 96 });
        const whole = { ...rendering, scene: wholeScene(seed) };
        expect(whole.scene.organs.length).toBeGreaterThan(rendering.scene.organs.length - 1);
        expect(truth.maps.regions).toEqual(truthMaps(whole).regions);
      }),
      { numRuns: 6 },
    );
  });
});

describe('probe', () => {
  it('moves the kidney in the picture by the way it slides', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(-1.5, -0.8, 0.7, 1.4), (seed, slideCm) => {
        const model = { ...probeModels.curvilinear, halfAngle: 0.85 };
        const deep = { machine: { depthCm: 20 }, probe: { model } };
        const before = truthOf(seed, deep);
        const { x, y } = before.rendering.plane.lateral;
        const { probe } = examine(seed).how;
        const slid = { model, xCm: probe.xCm + slideCm * x, yCm: probe.yCm + slideCm * y };
        const after = truthOf(seed, { ...deep, probe: slid });
        const [a, b] = [before, after].map(({ truth }) => middle(truth.mask('capsule'), 192));
        expect(Math.abs(((a?.x ?? 0) - (b?.x ?? 0)) * before.truth.cmPerPixel - slideCm)).toBeLessThan(0.1);
        expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).toBeLessThan(1.2);
      }),
      { numRuns: 6 },
    );
  });

  it('sees a transverse cut when turned by a right angle', () => {
    const long = truthOf(4);
    const { rotation } = examine(4).how.probe;
    const across = truthOf(4, { probe: { rotation: rotation + Math.PI / 2 } });
    expect(long.truth.view).toBe('longitudinal');
    expect(across.truth.view).toBe('transverse');
    const area = (truth: typeof long.truth): number => truth.quality.causes.kidney?.areaCm2 ?? 0;
    expect(area(across.truth)).toBeLessThan(0.7 * area(long.truth));
  });

  it('sees the kidney go towards the feet with inspiration', () => {
    const before = truthOf(4);
    const { phantom, how } = examine(4);
    const breath = renderPhantom(phantom, how, { width: 192, height: 192, heldBreathCm: 2 });
    expect((breath.scene.kidney?.centre.x ?? 0) - (before.rendering.scene.kidney?.centre.x ?? 0)).toBeCloseTo(
      2,
    );
    expect(breath.image.data).not.toEqual(before.rendering.image.data);
  });
});
