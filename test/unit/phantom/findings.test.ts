import { describe, expect, it } from 'vitest';
import { beamOfPixel } from '../../../src/phantom/beam-grid.ts';
import type { Finding } from '../../../src/phantom/finding.ts';
import type { FindingKind, Phantom } from '../../../src/phantom/phantom.ts';
import { type Rendering, renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { examine, meanWhere, truthOf } from './steady-patient.ts';

const size = { width: 192, height: 192 };

/** A patient with one finding in the middle plane, and the same one without. */
function pair(finding: Finding): { withIt: Rendering; without: Rendering } {
  const { phantom, how } = examine(4, { machine: { looks: 4 } });
  const { kidney } = phantom.scene;
  if (kidney === null) throw new Error('A kidney was asked for.');
  const found: Phantom = {
    ...phantom,
    scene: { ...phantom.scene, kidney: { ...kidney, findings: [finding] } },
  };
  return { withIt: renderPhantom(found, how, size), without: renderPhantom(phantom, how, size) };
}

/** By how many grey levels a region 0.4 to 2 cm behind the finding's middle differs. */
function changeBehind(finding: Finding): number {
  const { withIt, without } = pair(finding);
  const { grid, plane } = withIt;
  const { kidney } = withIt.scene;
  if (kidney === null) throw new Error('A kidney was asked for.');
  const at = {
    x: kidney.centre.x + finding.along * kidney.long.x + finding.inward * kidney.inward.x,
    z: kidney.centre.z + finding.along * kidney.long.z + finding.inward * kidney.inward.z,
  };
  const lateral = (at.x - plane.origin.x) * Math.sign(plane.lateral.x);
  const share = (Math.atan2(lateral, at.z + grid.radiusCm) / grid.halfAngle + 1) / 2;
  const depth = Math.hypot(lateral, at.z + grid.radiusCm) - grid.radiusCm;
  const behind = Uint8Array.from({ length: 192 * 192 }, (_, i) => {
    const [across, cm] = beamOfPixel(grid, i % 192, Math.floor(i / 192));
    const past = cm - depth - finding.halfAxesCm[1];
    return Math.abs(across - share) < 0.02 && past > 0.4 && past < 2 ? 1 : 0;
  });
  return meanWhere(withIt.image.data, behind) - meanWhere(without.image.data, behind);
}

describe('findings', () => {
  it('darkens what is behind a stone', () => {
    const stone = {
      kind: 'stone',
      along: 0,
      inward: 0,
      flat: 0,
      halfAxesCm: [0.5, 0.5, 0.5],
      backscatterDb: 9,
    } as const;
    expect(changeBehind(stone)).toBeLessThan(-25);
  });

  it('brightens what is behind a cyst', () => {
    const cyst = {
      kind: 'cyst',
      along: 0,
      inward: 0,
      flat: 0,
      halfAxesCm: [1, 1, 1],
      backscatterDb: -55,
    } as const;
    expect(changeBehind(cyst)).toBeGreaterThan(10);
  });

  it('shows urine black and more of it the higher the grade', () => {
    const shares = ([1, 2, 3, 4] as const).map((hydronephrosisGrade) => {
      const wish = { findings: ['hydronephrosis' as FindingKind], hydronephrosisGrade };
      const { truth, rendering } = truthOf(6, { wish: { ...wish, person: { ageYears: 40, egfr: 95 } } });
      const urine = truth.mask('hydronephrosis');
      const capsule = truth.mask('capsule');
      if (hydronephrosisGrade > 1) {
        expect(meanWhere(rendering.image.data, urine)).toBeLessThan(
          0.6 * meanWhere(rendering.image.data, capsule),
        );
      }
      return urine.reduce((a, b) => a + b, 0) / capsule.reduce((a, b) => a + b, 0);
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0.002);
    expect(shares[3]).toBeGreaterThan(0.2);
  });

  it('evens out cortex and medulla and brightens both where the cortex is bright', () => {
    const contrast = (findings: readonly FindingKind[]): { cortex: number; difference: number } => {
      const { truth, rendering } = truthOf(8, { wish: { findings, person: { ageYears: 12, egfr: 95 } } });
      const cortex = meanWhere(rendering.image.data, truth.mask('cortex'));
      return { cortex, difference: cortex - meanWhere(rendering.image.data, truth.mask('medulla')) };
    };
    const [healthy, bright] = [contrast([]), contrast(['bright-cortex'])];
    expect(healthy.difference).toBeGreaterThan(8);
    expect(bright.difference).toBeLessThan(0.5 * healthy.difference);
    expect(bright.cortex).toBeGreaterThan(healthy.cortex + 15);
  });
});
