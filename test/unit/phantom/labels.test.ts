import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examine, truthOf } from './steady-patient.ts';

const seeds = fc.integer({ min: 0, max: 100_000 });

describe('labels', () => {
  it('calls a well held probe optimal', () => {
    expect(truthOf(4).truth.quality.labels).toEqual({
      artefact: false,
      gain: false,
      position: false,
      optimal: true,
      wrong: false,
    });
  });

  it('says which pole a slide cuts off', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(-1, 1), (seed, way) => {
        const { probe } = examine(seed).how;
        const { kidney } = truthOf(seed).rendering.scene;
        // To the edge of the sector at the kidney's depth: half of it is out.
        const edge = (probe.model.radiusCm + (kidney?.centre.z ?? 0)) * Math.sin(probe.model.halfAngle);
        const { quality } = truthOf(seed, { probe: { xCm: probe.xCm + way * edge } }).truth;
        expect(quality.labels.position).toBe(true);
        expect(quality.labels.optimal).toBe(false);
        expect(['both', way > 0 ? 'upper' : 'lower']).toContain(quality.causes.cutPole);
        const { upperCutShare = 0, lowerCutShare = 0 } = quality.causes.kidney ?? {};
        expect(Math.sign(upperCutShare - lowerCutShare)).toBe(way);
      }),
      { numRuns: 6 },
    );
  });

  it('says position for a cut alone, while the kidney is near the middle still', () => {
    const { probe } = examine(4).how;
    const { labels, causes } = truthOf(4, { probe: { xCm: probe.xCm + 4 } }).truth.quality;
    expect(causes.offCentre).toBeLessThan(0.25);
    expect(causes.kidney?.cutShare).toBeGreaterThan(0.1);
    expect(labels.position).toBe(true);
    const deep = truthOf(4, { machine: { depthCm: 30 } }).truth.quality;
    expect(deep.causes.kidney?.cutShare).toBe(0);
    expect(deep.causes.sectorShare).toBeLessThan(0.075);
    expect(deep.labels.position).not.toBe(false);
  });

  it('says wrong beyond the kidney and for other organs', () => {
    expect(truthOf(4, { probe: { xCm: 30 } }).truth.quality.labels.wrong).toBe(true);
    for (const organ of [
      'liver',
      'spleen',
      'gallbladder',
      'bladder',
      'bowel',
      'muscle',
      'nothing',
    ] as const) {
      const { truth } = truthOf(4, { wish: { organ }, side: 64 });
      expect(truth.quality.labels.wrong).toBe(true);
      expect(truth.quality.labels.optimal).toBe(false);
      expect(truth.egfr).toBeNull();
      expect(truth.mask('capsule')).not.toContain(1);
    }
  });

  it('says gain and by how much', () => {
    for (const gainDb of [-10, 16]) {
      const { labels, causes } = truthOf(4, { machine: { gainDb } }).truth.quality;
      expect(labels.gain).toBe(true);
      expect(causes.gainOffsetDb).toBe(gainDb);
    }
    const sliders = truthOf(4, { machine: { tgcDb: [0, 0, 0, 0, 0, -24, -24, -24] } }).truth.quality;
    expect(sliders.labels.gain).toBe(true);
    expect(sliders.causes.farOffsetDb).toBe(-24);
    expect(sliders.causes.nearOffsetDb).toBe(0);
  });

  it('says artefact where ribs, gas, a lifted probe or movement hide the kidney', () => {
    const { kidney } = truthOf(4, { wish: { ribs: true } }).truth.quality.causes;
    expect(kidney?.hiddenShare).toBeGreaterThan(0.05);
    expect(truthOf(4, { wish: { gas: true } }).truth.quality.causes.kidney?.hiddenShare).toBeGreaterThan(
      0.05,
    );
    expect(truthOf(4, { probe: { liftedLeft: 0.5 } }).truth.quality.labels.artefact).toBe(true);
  });
});
