import { describe, expect, it } from 'vitest';
import { type ControlRange, controlRanges } from '../../../src/phantom/control-ranges.ts';
import { drawMachine } from '../../../src/phantom/draw-machine.ts';
import { drawMishaps } from '../../../src/phantom/draw-mishaps.ts';
import { drawProbe } from '../../../src/phantom/draw-probe.ts';
import { setMachine } from '../../../src/phantom/machine.ts';
import { samplePhantom } from '../../../src/phantom/phantom.ts';
import { holdProbe, probeModels } from '../../../src/phantom/probe.ts';
import { seededRandom } from '../../../src/phantom/random.ts';

/** Names of the values that lie outside their range, and of those without one. */
function outside(ranges: Readonly<Record<string, ControlRange>>, settings: object): string[] {
  return Object.entries(settings).flatMap(([name, setting]: [string, unknown]) => {
    const values = (Array.isArray(setting) ? setting : [setting]).filter((v) => typeof v === 'number');
    const range = ranges[name];
    if (range === undefined) return values.length === 0 ? [] : [name];
    return values.every((v) => v >= range.min && v <= range.max) ? [] : [name];
  });
}

describe('control ranges', () => {
  it('name every number of a probe and a machine, and hold the usual settings', () => {
    expect(outside(controlRanges.pose, holdProbe())).toEqual([]);
    expect(outside(controlRanges.machine, setMachine())).toEqual([]);
    const { frequencyMhz } = controlRanges.machine;
    for (const model of Object.values(probeModels)) {
      const { radiusCm, halfAngle, halfWidthCm, ...rest } = model;
      const face = halfAngle > 0 ? { radiusCm, halfAngle } : { halfWidthCm };
      expect(outside({ ...controlRanges.model, frequencyMhz }, { ...rest, ...face })).toEqual([]);
    }
  });

  it('have steps that divide them', () => {
    for (const { min, max, step } of Object.values(controlRanges).flatMap((group) => Object.values(group))) {
      expect(max).toBeGreaterThan(min);
      expect(step).toBeGreaterThan(0);
      expect((max - min) / step).toBeCloseTo(Math.round((max - min) / step), 6);
    }
  });

  it('hold what hands and machines of examples are drawn with', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const random = seededRandom(seed);
      const mishaps = drawMishaps(random);
      const phantom = samplePhantom(seed, seed % 3 === 0 ? { organ: 'muscle' } : {});
      const { model, ...pose } = drawProbe(random, phantom, mishaps);
      const machine = drawMachine(random, { phantom, model, mishaps });
      const wide = { min: -40, max: 40, step: 1, unit: 'cm' } as const;
      expect(outside({ ...controlRanges.pose, xCm: wide, yCm: wide }, pose)).toEqual([]);
      expect(outside(controlRanges.machine, machine)).toEqual([]);
    }
  });
});
