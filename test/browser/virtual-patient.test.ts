import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PhantomLink, startPhantom } from '../../src/frame/phantom-link.ts';
import { simulatedFrame } from '../../src/frame/simulated-frame.ts';
import { firstSettings } from '../../src/patient/patient-settings.ts';
import { hashOf, parseRoute } from '../../src/route.ts';
import { type ScanSource, VirtualPatient } from '../../src/virtual-patient-model.ts';
import type { Scan, ScanRequest } from '../../workers/phantom-protocol.ts';

const still = { ...firstSettings, seed: 55, frozenAt: 0 };

let phantom: PhantomLink;
let leaving: AbortController;
const scan: ScanSource = (request) => phantom.ask('scan', request);

beforeEach(() => {
  phantom = startPhantom();
  leaving = new AbortController();
});

afterEach(() => {
  leaving.abort();
  phantom.end();
});

function meet(settings = still): VirtualPatient {
  return new VirtualPatient(settings, { nextFrame: async () => undefined, now: () => performance.now() });
}

/** The next picture, as the page's loop gets it. */
async function next(pictures: AsyncGenerator<Scan>): Promise<Scan> {
  const { value, done } = await pictures.next();
  if (done) throw new Error('no more pictures');
  return value as Scan;
}

/** Another picture has another print; a failed comparison of all pixels would take minutes to write. */
function print({ pixels }: Scan): number {
  return pixels.data.reduce((sum, value) => (sum * 31 + value) % 1_000_003, 0);
}

describe('a virtual patient in the real worker', () => {
  it('shows the same picture for the same settings, and another one for others', async () => {
    const patient = meet();
    const pictures = patient.watch(scan, leaving.signal);
    const first = await next(pictures);
    expect(patient.scan.value).toBe(first);
    patient.change({ xCm: 1 });
    const aside = await next(pictures);
    patient.change({ xCm: 0 });
    const back = await next(pictures);
    expect(print(back)).toBe(print(first));
    expect(print(aside)).not.toBe(print(first));
    expect(first.pixels.data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
  });

  it('tells the truth only while it is shown', async () => {
    const patient = meet();
    const pictures = patient.watch(scan, leaving.signal);
    expect((await next(pictures)).truth).toBeNull();
    patient.isTruthShown.value = true;
    const { truth, pixels } = await next(pictures);
    expect(truth?.maps.width).toBe(pixels.width / 2);
    expect(truth?.view).toBe('longitudinal');
    expect(truth?.capsule.length).toBeGreaterThan(0);
  });

  it('aims: after a bad hold, Optimal', async () => {
    const patient = meet({ ...still, xCm: 9, rotation: 1, gainDb: 20, depthCm: 28 });
    const pictures = patient.watch(scan, leaving.signal);
    patient.isTruthShown.value = true;
    expect((await next(pictures)).truth?.quality.labels.optimal).not.toBe(true);
    patient.aim();
    expect((await next(pictures)).truth?.quality.labels.optimal).toBe(true);
  });

  it('draws the person that is asked for, and resets to the one of the number', async () => {
    const patient = meet();
    const pictures = patient.watch(scan, leaving.signal);
    const drawn = (await next(pictures)).person;
    patient.change({ ageYears: 9, sex: 'female', gainDb: 5 });
    expect((await next(pictures)).person).toMatchObject({ ageYears: 9, sex: 'female' });
    patient.reset();
    expect((await next(pictures)).person).toEqual(drawn);
    expect(patient.settings.value).toEqual(still);
  });

  it('fails when the worker is lost, and goes on with another', async () => {
    const patient = meet();
    const pictures = patient.watch(scan, leaving.signal);
    const waiting = next(pictures);
    phantom.end();
    await expect(waiting).rejects.toMatchObject({ code: 'worker-lost' });
    phantom = startPhantom();
    await next(patient.watch(scan, leaving.signal));
  });
});

/** A source that answers when it is told to. */
function slowSource(): { readonly source: ScanSource; readonly asked: ScanRequest[]; answer: () => void } {
  const asked: ScanRequest[] = [];
  const slow = {
    asked,
    answer: (): void => undefined,
    source: (request: ScanRequest): Promise<Scan> => {
      asked.push(request);
      return new Promise((resolve) => {
        slow.answer = () => resolve(emptyScan(request));
      });
    },
  };
  return slow;
}

function emptyScan({ probe, machine }: ScanRequest): Scan {
  const person = { ageYears: 48, sex: 'male', heightCm: 170, egfr: 90, side: 'right', build: 0 } as const;
  return { pixels: new ImageData(2, 2), cmPerPixel: 0.03, person, aim: { probe, machine }, truth: null };
}

describe('a finger that is faster than the phantom', () => {
  it('has one request in flight, and the newest wins', async () => {
    const patient = meet();
    const slow = slowSource();
    const pictures = patient.watch(slow.source, leaving.signal);
    const first = next(pictures);
    await expect.poll(() => slow.asked.length).toBe(1);
    for (let gainDb = 1; gainDb <= 20; gainDb += 1) patient.change({ gainDb });
    expect(slow.asked).toHaveLength(1);
    slow.answer();
    await first;
    const second = next(pictures);
    await expect.poll(() => slow.asked.map(({ machine }) => machine.gainDb)).toEqual([0, 20]);
    slow.answer();
    await second;
  });

  it('asks for nothing while time stands still and nothing changes, and ends when it is left', async () => {
    const patient = meet();
    const slow = slowSource();
    const pictures = patient.watch(slow.source, leaving.signal);
    const first = next(pictures);
    await expect.poll(() => slow.asked.length).toBe(1);
    slow.answer();
    await first;
    const second = pictures.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(slow.asked).toHaveLength(1);
    leaving.abort();
    expect((await second).done).toBe(true);
  });

  it('runs on from where it was frozen', async () => {
    let clock = 5000;
    const patient = new VirtualPatient(firstSettings, {
      nextFrame: async () => undefined,
      now: () => clock,
    });
    clock += 1500;
    patient.freeze();
    expect(patient.settings.value.frozenAt).toBe(1.5);
    clock += 60_000;
    patient.run();
    clock += 250;
    patient.freeze();
    expect(patient.settings.value.frozenAt).toBe(1.75);
  });
});

describe('its address', () => {
  it('leads back to it', () => {
    const route = { place: 'patient', settings: 'seed=55&findings=stone,cyst&xCm=-1.5' } as const;
    expect(parseRoute(hashOf(route))).toEqual(route);
    expect(parseRoute('#/patient')).toEqual({ place: 'patient', settings: '' });
  });
});

it('gives its picture as a frame that knows its scale', async () => {
  const { bitmap, calibration, notice } = await simulatedFrame(
    { pixels: new ImageData(40, 30), cmPerPixel: 0.05 },
    'Patient 1',
  );
  bitmap.close();
  expect(notice).toBe('simulated');
  expect(calibration).toEqual({
    source: 'simulation',
    cmPerPixelX: 0.05,
    cmPerPixelY: 0.05,
    region: { x: 0, y: 0, width: 40, height: 30 },
  });
});
