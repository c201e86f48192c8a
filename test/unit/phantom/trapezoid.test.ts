import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BeamGrid, beamGrid, beamOfPixel, beamOfPlace } from '../../../src/phantom/beam-grid.ts';
import { beamRay } from '../../../src/phantom/beam-ray.ts';
import { imagePlane } from '../../../src/phantom/image-plane.ts';
import { setMachine } from '../../../src/phantom/machine.ts';
import { holdProbe, probeModels } from '../../../src/phantom/probe.ts';
import { dot } from '../../../src/phantom/vector.ts';
import { truthOf } from './steady-patient.ts';

const steering = fc.double({ min: 0, max: 0.4, noNaN: true });
const shares = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const depths = fc.double({ min: 0.01, max: 5.99, noNaN: true });

function steeredGrid(steerAngle: number): BeamGrid {
  const model = { ...probeModels.linear, steerAngle };
  return beamGrid(model, setMachine({ depthCm: 6 }), { width: 128, height: 128 });
}

const plane = imagePlane(holdProbe());

describe('trapezoid', () => {
  it('finds each place again on the beam that leads there', () => {
    fc.assert(
      fc.property(steering, shares, depths, (steerAngle, share, depth) => {
        const grid = steeredGrid(steerAngle);
        const { start, direction, facing } = beamRay(grid, plane, share);
        const at = (key: 'x' | 'y' | 'z'): number => start[key] + depth * direction[key];
        const place = { x: at('x'), y: at('y'), z: at('z') };
        const [found, cm] = beamOfPlace(grid, dot(place, plane.lateral), dot(place, plane.axial));
        expect(found).toBeCloseTo(share, 9);
        expect(cm).toBeCloseTo(depth, 9);
        expect(Math.hypot(direction.x, direction.y, direction.z)).toBeCloseTo(1, 9);
        expect(facing).toBeCloseTo(dot(direction, plane.axial), 9);
      }),
    );
  });

  it('starts on the straight face, and its outermost beams lean by the steering angle', () => {
    fc.assert(
      fc.property(steering, (steerAngle) => {
        const grid = steeredGrid(steerAngle);
        const [left, right] = [beamRay(grid, plane, 0), beamRay(grid, plane, 1)];
        expect(dot(right.start, plane.axial)).toBeCloseTo(0, 9);
        expect(dot(right.start, plane.lateral)).toBeCloseTo(grid.halfWidthCm, 9);
        expect(Math.acos(Math.min(1, right.facing))).toBeCloseTo(steerAngle, 5);
        expect(dot(left.direction, plane.lateral)).toBeCloseTo(-dot(right.direction, plane.lateral), 9);
      }),
    );
  });

  it('fits the whole sector into the picture', () => {
    fc.assert(
      fc.property(steering, (steerAngle) => {
        const grid = steeredGrid(steerAngle);
        const { width, height } = grid.layout;
        for (let i = 0; i < 128; i += 1) {
          expect(beamOfPixel(grid, -1, i)[0]).toBeNaN();
          expect(beamOfPixel(grid, width, i)[0]).toBeNaN();
          expect(beamOfPixel(grid, i, -1)[0]).toBeNaN();
          expect(beamOfPixel(grid, i, height)[0]).toBeNaN();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is a rectangle without steering, and widens with it', () => {
    const [straight, steered] = [steeredGrid(0), steeredGrid(0.3)];
    expect(beamOfPlace(straight, 2.001, 5)[0]).toBeNaN();
    expect(beamOfPlace(straight, 1.999, 0.1)[0]).toBeCloseTo(0.99975, 5);
    const edge = 2 + 5 * Math.tan(0.3);
    expect(beamOfPlace(steered, edge - 0.001, 5)[0]).toBeCloseTo(1, 3);
    expect(beamOfPlace(steered, edge + 0.001, 5)[0]).toBeNaN();
  });

  it('shows a child’s kidney in its true length, and its truth covers the sector and no more', () => {
    const model = { ...probeModels.linear, halfWidthCm: 2.6, steerAngle: 0.35 };
    const wish = { person: { ageYears: 2, heightCm: 86, egfr: 100, build: 0 } };
    const { truth, rendering } = truthOf(4, { wish, probe: { model }, machine: { depthCm: 11 } });
    const { regions } = truth.maps;
    const across = Array.from(truth.mask('capsule')).flatMap((one, i) => (one === 1 ? [i % 192] : []));
    const measured = (Math.max(...across) - Math.min(...across) + 1) * truth.cmPerPixel;
    const { kidney } = rendering.scene;
    const level = Math.hypot(kidney?.long.x ?? 0, kidney?.long.y ?? 0) * (kidney?.size.lengthCm ?? 0);
    expect(truth.quality.causes.kidney?.cutShare).toBe(0);
    expect(Math.abs(measured - level)).toBeLessThan(0.08 * level);
    regions.forEach((id, i) => {
      const [share] = beamOfPixel(rendering.grid, i % 192, Math.floor(i / 192));
      expect(id === 0).toBe(Number.isNaN(share));
    });
  });
});
