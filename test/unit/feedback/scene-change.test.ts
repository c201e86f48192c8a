import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/analysis.ts';
import { isOtherScene } from '../../../src/feedback/scene-change.ts';
import { alignMachine, alignProbe } from '../../../src/phantom/align-probe.ts';
import type { Machine } from '../../../src/phantom/machine.ts';
import { samplePhantom } from '../../../src/phantom/phantom.ts';
import { type Probe, probeModels } from '../../../src/phantom/probe.ts';
import { renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { findSector } from '../../../src/pixels/find-sector.ts';
import { readMeters } from '../../../src/pixels/read-meters.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

interface Look {
  readonly probe?: Partial<Probe>;
  readonly machine?: Partial<Machine>;
  readonly timeSeconds?: number;
}

/** What is measured in a picture of a simulated patient. */
function look({ probe, machine, timeSeconds = 0 }: Look = {}): Assessment {
  const phantom = samplePhantom(21);
  const how = { probe: alignProbe(phantom, probe), machine: alignMachine(phantom, machine) };
  const { image } = renderPhantom(phantom, how, { width: 256, height: 256, timeSeconds });
  const sector = findSector(image);
  const { outcome } = makeAnalysis(['optimal']);
  if (sector === null || outcome.kind !== 'assessed') throw new Error('no sector');
  return { ...outcome, sector, meters: readMeters(image, sector) };
}

describe('a change of scene', () => {
  it.each([
    ['breathing', { timeSeconds: 1.5 }],
    ['a small slide', { probe: alignProbe(samplePhantom(21), { xCm: 0.5 }) }],
    ['a little gain', { machine: { gainDb: 3 } }],
  ])('is not %s', (_name, change) => {
    expect(isOtherScene(look(), look(change))).toBe(false);
  });

  it.each([
    ['another probe', { probe: { model: probeModels.linear } }],
    ['much more gain', { machine: { gainDb: 25 } }],
  ])('is %s', (_name, change) => {
    expect(isOtherScene(look(), look(change))).toBe(true);
  });
});
