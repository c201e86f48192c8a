import { afterEach, describe, expect, it } from 'vitest';
import { readPatient, writePatient } from '../../../src/patient/patient-address.ts';
import { firstSettings } from '../../../src/patient/patient-settings.ts';
import { beginPractice, practiceSettings } from '../../../src/patient/practice-settings.ts';
import { alignMachine, alignProbe } from '../../../src/phantom/align-probe.ts';
import { samplePhantom } from '../../../src/phantom/phantom.ts';
import { renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { tellTruth } from '../../../src/phantom/tell-truth.ts';
import type { Framing } from '../../../src/pixels/framing.ts';
import { Practice } from '../../../src/practice-model.ts';
import { type ScanSource, VirtualPatient } from '../../../src/virtual-patient-model.ts';
import type { Scan, ScanTruth } from '../../../workers/phantom-protocol.ts';

/** The phantom without its picture: what the worker would tell. */
const source: ScanSource = async ({ seed, wish, probe, machine, frame, withTruth }) => {
  const phantom = samplePhantom(seed, wish);
  const how = { probe, machine };
  const rendering = renderPhantom(phantom, how, { ...frame, width: 64, height: 48 });
  const truth = withTruth ? (tellTruth(phantom, how, rendering) as unknown as ScanTruth) : null;
  const aim = { probe: alignProbe(phantom), machine: alignMachine(phantom) };
  const pixels = null as unknown as ImageData;
  const { cmPerPixel } = rendering.grid.layout;
  return { pixels, cmPerPixel, person: phantom.person, aim, truth } satisfies Scan;
};

let clock = 0;
let leaving = new AbortController();
afterEach(() => leaving.abort());

/** A patient whose pictures come by themselves, and someone who practises on it. */
async function open() {
  clock = 0;
  leaving = new AbortController();
  const dependencies = { nextFrame: () => new Promise((resolve) => setTimeout(resolve)), now: () => clock };
  const patient = new VirtualPatient({ ...firstSettings, frozenAt: 0 }, dependencies);
  const watching = async (): Promise<void> => {
    for await (const _ of patient.watch(source, leaving.signal));
  };
  void watching();
  return { patient, practice: new Practice(patient, () => clock) };
}

const long: Framing = {
  sectorShare: 0.2,
  offCentre: 0,
  depth: 0.4,
  elongation: 2,
  cuts: [],
  shadowedShare: 0,
};
const seen = (atMs: number, framing: Framing | null = long) => ({ isOptimal: true, framing, atMs });

describe('practising', () => {
  it('is solved by a careful hand, and says how long it took', async () => {
    const { patient, practice } = await open();
    practice.begin('right-long', 11);
    await expect.poll(() => patient.met.value?.person.side).toBe('right');
    patient.aim();
    clock = 42_000;
    practice.claim();
    await expect.poll(() => practice.result.value).toMatchObject({ isSolved: true, tookMs: 42_000 });
    expect(patient.isTruthShown.value).toBe(true);
  });

  it('is not solved where it begins, and the truth stays hidden until it is claimed', async () => {
    const { patient, practice } = await open();
    practice.begin('left-hilum', 11);
    await expect.poll(() => patient.met.value?.person.side).toBe('left');
    expect(patient.isTruthShown.value).toBe(false);
    expect(patient.scan.value?.truth).toBeNull();
    practice.claim();
    expect(practice.isJudging.value).toBe(true);
    await expect.poll(() => practice.result.value?.isSolved).toBe(false);
    expect(practice.isJudging.value).toBe(false);
  });

  it('takes a view for found when the coach saw it for three seconds without a break', async () => {
    const { practice } = await open();
    practice.begin('right-long', 11);
    for (let at = 0; at < 2900; at += 100) practice.notice(seen(at));
    practice.notice({ ...seen(2900), isOptimal: false });
    for (let at = 3000; at < 5900; at += 100) practice.notice(seen(at));
    expect(practice.isJudging.value).toBe(false);
    practice.notice(seen(6000));
    expect(practice.isJudging.value).toBe(true);
  });

  it('does not take the other view for it, nor a picture without a kidney', async () => {
    const { practice } = await open();
    practice.begin('right-long', 11);
    for (let at = 0; at < 9000; at += 100) practice.notice(seen(at, { ...long, elongation: 1.2 }));
    for (let at = 9000; at < 18_000; at += 100) practice.notice(seen(at, null));
    expect(practice.isJudging.value).toBe(false);
    practice.begin('right-hilum', 11);
    for (let at = 18_000; at < 27_000; at += 100) practice.notice(seen(at));
    expect(practice.isJudging.value).toBe(false);
    for (let at = 27_000; at <= 30_000; at += 100) practice.notice(seen(at, { ...long, elongation: 1.2 }));
    expect(practice.isJudging.value).toBe(true);
  });

  it('goes on with another patient, hides the truth again, and ends', async () => {
    const { patient, practice } = await open();
    patient.run();
    practice.begin('right-long', 11);
    practice.claim();
    await expect.poll(() => practice.result.value).not.toBeNull();
    expect(patient.isFrozen.value).toBe(true);
    practice.begin('right-long', 12);
    expect(practice.result.value).toBeNull();
    expect(patient.isTruthShown.value).toBe(false);
    expect(patient.isFrozen.value).toBe(false);
    expect(patient.settings.value.seed).toBe(12);
    practice.leave();
    expect(practice.target.value).toBeNull();
  });

  it('has an address; a link that names only the target begins away from it', () => {
    const begun = { ...firstSettings, ...practiceSettings('right-long', 7) };
    expect(writePatient(begun)).toContain('target=right-long');
    const back = readPatient(writePatient(begun));
    expect(back.rotation).toBeCloseTo(begun.rotation, 3);
    expect(beginPractice(back)).toEqual(back);
    const linked = beginPractice(readPatient('seed=7&target=right-long'));
    expect(linked).toEqual(begun);
    expect(beginPractice(readPatient('seed=7'))).toEqual(readPatient('seed=7'));
  });
});
