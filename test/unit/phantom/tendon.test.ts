import { describe, expect, it } from 'vitest';
import { setMachine } from '../../../src/phantom/machine.ts';
import type { Phantom } from '../../../src/phantom/phantom.ts';
import { samplePhantom } from '../../../src/phantom/phantom.ts';
import { holdProbe, type Probe, probeModels } from '../../../src/phantom/probe.ts';
import { renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { type Truth, tellTruth } from '../../../src/phantom/tell-truth.ts';
import { meanWhere } from './steady-patient.ts';

const size = { width: 192, height: 192 };
const machine = setMachine({ depthCm: 4.5, focusCm: 2, looks: 3 });

/** A limb whose tendon lies level and straight under the middle of the probe. */
function limb(tendon = true): Phantom {
  const phantom = samplePhantom(12, { organ: 'muscle', tendon, person: { ageYears: 30, build: 0.2 } });
  const inWall = phantom.scene.inWall.map((body) => ({
    ...body,
    centre: { ...body.centre, x: 0, y: 0 },
    axis: { x: 1, y: 0, z: 0 },
  }));
  return { ...phantom, scene: { ...phantom.scene, inWall } };
}

function scan(phantom: Phantom, change: Partial<Probe> = {}): { grey: Uint8Array; truth: Truth } {
  const how = { probe: holdProbe({ model: probeModels.linear, ...change }), machine };
  const rendering = renderPhantom(phantom, how, size);
  return { grey: rendering.image.data, truth: tellTruth(phantom, how, rendering) };
}

/** Width of a mask's extent, pixels. */
function extent(mask: Uint8Array): number {
  const columns = Array.from(mask).flatMap((one, i) => (one === 1 ? [i % size.width] : []));
  return Math.max(...columns) - Math.min(...columns) + 1;
}

describe('tendon', () => {
  it('is there when it is wished for, and not otherwise', () => {
    expect(scan(limb()).truth.mask('tendon')).toContain(1);
    expect(scan(limb(false)).truth.mask('tendon')).not.toContain(1);
    const drawn = Array.from({ length: 60 }, (_, seed) => samplePhantom(seed, { organ: 'muscle' }));
    const share = drawn.filter(({ scene }) => scene.inWall.length > 0).length / drawn.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.8);
  });

  it('is brighter than muscle where the beam is square to it', () => {
    const { grey, truth } = scan(limb());
    expect(meanWhere(grey, truth.mask('tendon'))).toBeGreaterThan(meanWhere(grey, truth.mask('muscle')) + 25);
  });

  it('darkens when the probe is rocked, and muscle far less', () => {
    const change = (region: 'tendon' | 'muscle'): number => {
      const [square, rocked] = [scan(limb()), scan(limb(), { rock: 0.25 })].map(({ grey, truth }) =>
        meanWhere(grey, truth.mask(region)),
      );
      return (rocked ?? 0) - (square ?? 0);
    };
    expect(change('tendon')).toBeLessThan(-20);
    expect(Math.abs(change('muscle'))).toBeLessThan(12);
  });

  it('keeps its echo when the probe is swung about the fibres, which stay square to the beam', () => {
    const phantom = limb();
    const across = { rotation: Math.PI / 2 };
    const [straight, swung] = [scan(phantom, across), scan(phantom, { ...across, rock: 0.25 })].map(
      ({ grey, truth }) => meanWhere(grey, truth.mask('tendon')),
    );
    expect(Math.abs((straight ?? 0) - (swung ?? 0))).toBeLessThan(12);
  });

  it('is a band along and an oval across', () => {
    const along = extent(scan(limb()).truth.mask('tendon'));
    const across = extent(scan(limb(), { rotation: Math.PI / 2 }).truth.mask('tendon'));
    expect(across).toBeLessThan(0.8 * along);
  });
});
