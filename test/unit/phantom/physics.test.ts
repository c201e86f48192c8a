import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beamGrid } from '../../../src/phantom/beam-grid.ts';
import { imagePlane } from '../../../src/phantom/image-plane.ts';
import { insonify, nominalAttenuation } from '../../../src/phantom/insonify.ts';
import { setMachine } from '../../../src/phantom/machine.ts';
import { holdProbe } from '../../../src/phantom/probe.ts';
import { Region } from '../../../src/phantom/region.ts';
import type { Scene } from '../../../src/phantom/scene.ts';
import { tissueOf } from '../../../src/phantom/tissue.ts';
import { picture } from './steady-patient.ts';

/** Blood from the skin down: the only tissue without lumps that lets sound through. */
const pool: Scene = {
  wall: {
    skinCm: 0,
    fatCm: 0,
    muscleCm: 0,
    muscles: 1,
    fasciaCm: 0.05,
    fasciaEcho: 0,
    unevenDb: 0,
    pennation: 0,
    grain: 0,
  },
  ribs: [],
  inWall: [],
  kidney: null,
  inFront: [],
  organs: [],
  diaphragm: null,
  background: Region.vessel,
  breathing: { amplitudeCm: 0, periodSeconds: 4 },
};

describe('attenuation', () => {
  it('falls by 2 × MHz × dB/cm/MHz a centimetre, less the nominal compensation', () => {
    fc.assert(
      fc.property(fc.double({ min: 2, max: 9, noNaN: true }), (frequencyMhz) => {
        const grid = beamGrid(holdProbe().model, setMachine({ depthCm: 6 }), { width: 96, height: 96 });
        const plane = imagePlane(holdProbe());
        const { beams, samples, diffuse } = insonify(grid, {
          scene: pool,
          plane,
          frequencyMhz,
          lifted: [0, 0],
        });
        const at = (sample: number): number => 20 * Math.log10(diffuse[sample * beams + 30] ?? 0);
        const [a, b] = [Math.round(0.4 * samples), Math.round(0.9 * samples)];
        const slope = (at(b) - at(a)) / (((b - a) * grid.depthCm) / (samples - 1));
        const expected = -2 * frequencyMhz * (tissueOf(Region.vessel).attenuation - nominalAttenuation);
        expect(slope).toBeCloseTo(expected, 2);
      }),
      { numRuns: 20 },
    );
  });
});

describe('gain', () => {
  it('moves grey by 255 / dynamic range a decibel', () => {
    const [low, high] = [picture(4), picture(4, { machine: { gainDb: 6 } })];
    const moved: number[] = [];
    low.image.data.forEach((grey, i) => {
      const then = high.image.data[i] ?? 0;
      if (grey > 30 && then < 240) moved.push(then - grey);
    });
    const mean = moved.reduce((sum, by) => sum + by, 0) / moved.length;
    expect(moved.length).toBeGreaterThan(5000);
    expect(mean).toBeGreaterThan((6 * 255) / 65 - 0.5);
    expect(mean).toBeLessThan((6 * 255) / 65 + 0.5);
  });

  it('shows noise in the far field when turned up', () => {
    const loud = { machine: { gainDb: 12, depthCm: 20, noiseDb: -66 } };
    const still = { machine: { ...loud.machine, noiseDb: -140 } };
    const [noisy, quiet] = [picture(4, loud).image, picture(4, still).image];
    const meanRows = (data: Uint8Array, from: number, to: number): number => {
      const part = data.subarray(from * 192, to * 192).filter((grey) => grey > 0);
      return part.reduce((sum, grey) => sum + grey, 0) / part.length;
    };
    const far = meanRows(noisy.data, 140, 155) - meanRows(quiet.data, 140, 155);
    const near = meanRows(noisy.data, 40, 60) - meanRows(quiet.data, 40, 60);
    expect(far).toBeGreaterThan(near + 2);
    expect(Math.abs(near)).toBeLessThan(3);
  });

  it('slides the far field alone with the last slider', () => {
    const flat = picture(4).image.data;
    const raised = picture(4, { machine: { tgcDb: [0, 0, 0, 0, 0, 0, 0, 8] } }).image.data;
    const differs = Array.from(flat, (grey, i) => (raised[i] ?? 0) - grey);
    const rows = Array.from({ length: 192 }, (_, y) => Math.max(...differs.slice(y * 192, (y + 1) * 192)));
    expect(Math.max(...rows.slice(0, 96))).toBe(0);
    expect(Math.max(...rows.slice(96))).toBeGreaterThan(20);
    expect(Math.min(...differs)).toBeGreaterThanOrEqual(0);
  });
});
