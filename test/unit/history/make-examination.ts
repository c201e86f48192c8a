import type { Analysis } from '../../../src/analysis.ts';
import type { Verdict } from '../../../src/feedback/verdict.ts';
import type {
  ClipTrack,
  Examination,
  NewExamination,
  StoredPicture,
} from '../../../src/history/examination.ts';

const verdicts: readonly Verdict[] = [
  { kind: 'optimal' },
  { kind: 'faults', faults: ['gain'] },
  { kind: 'faults', faults: ['position', 'artefact'] },
  { kind: 'wrong' },
  { kind: 'declined', refusal: 'no-sector' },
];

const origins = ['file', 'camera', 'clipboard', 'drop', 'sample'] as const;

export const firstTime = Date.UTC(2026, 0, 1);
export const minute = 60_000;

/** The id of the n-th examination: the same in every run. */
export function idOf(index: number): string {
  return `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}

/** The n-th of a row of different examinations, one a minute. */
export function makeExamination(index = 0, changes: Partial<Examination> = {}): Examination {
  const analysedAt = firstTime + index * minute;
  const verdict = verdicts[index % verdicts.length] ?? { kind: 'optimal' };
  return {
    id: idOf(index),
    analysedAt,
    updatedAt: analysedAt,
    deletedAt: null,
    origin: origins[index % origins.length] ?? 'file',
    name: `Kidney ${index}.png`,
    verdict,
    analysis: makeAnalysis(index, verdict),
    appVersion: '0.1.0',
    ...changes,
  };
}

/** The n-th examination with a picture and thumbnail of its own. */
export function makeRecord(index = 0, changes: Partial<Examination> = {}): NewExamination {
  return {
    examination: makeExamination(index, changes),
    picture: makePicture(index, 2000, 'image/png'),
    thumbnail: makePicture(index + 1, 200, 'image/jpeg'),
  };
}

/** The n-th examination as the best picture of a clip of three. */
export function makeClipRecord(index = 0, changes: Partial<Examination> = {}): NewExamination {
  const lengths = [300, 301 + index, 299];
  const { bytes } = makePicture(index + 2, 900 + index, 'image/jpeg');
  return {
    ...makeRecord(index, { origin: 'video', clip: makeTrack(index), ...changes }),
    clip: { type: 'image/jpeg', bytes, lengths },
  };
}

function makeTrack(index: number): ClipTrack {
  const probabilities = { artefact: 0.1, gain: 0.2, position: 0.3, optimal: 0.4, wrong: 0.05 };
  return {
    moments: [
      { atMs: 0, verdict: { kind: 'declined', refusal: 'no-sector' }, probabilities: null },
      { atMs: 40.5, verdict: { kind: 'optimal' }, probabilities },
      { atMs: 1000 + index, verdict: { kind: 'faults', faults: ['gain', 'artefact'] }, probabilities },
    ],
    best: 1,
  };
}

export function makePicture(seed: number, length: number, type: string): StoredPicture {
  const bytes = Uint8Array.from({ length }, (_, at) => (seed * 31 + at * 7 + (at >> 3)) & 255);
  // What ZIP readers that search for headers stumble over.
  bytes.set([0x50, 0x4b, 0x03, 0x04, 0x50, 0x4b, 0x07, 0x08, 0x50, 0x4b, 0x01, 0x02], 40);
  return { bytes: bytes.buffer, type };
}

const sector = {
  shape: 'fan',
  outline: [
    { x: 10, y: 5 },
    { x: 630, y: 5.5 },
    { x: 320, y: 470 },
  ],
  bounds: { x: 10, y: 5, width: 620, height: 465 },
  apex: { x: 320, y: -30.25 },
  pixelAspect: 1.1,
} as const;

function makeAnalysis(index: number, verdict: Verdict): Analysis {
  return {
    outcome:
      verdict.kind === 'declined'
        ? { kind: 'declined', refusal: verdict.refusal, sector: index % 2 === 0 ? null : sector }
        : makeAssessment(index),
    width: 640,
    height: 480,
    model: { name: 'kidney-quality', version: '1.0.0', sha256: 'ab'.repeat(32) },
    backend: 'wasm-threads',
    selfTest: { passed: true, largestDifference: 1.5e-6, tolerance: 1e-3 },
    timing: { pixels: 1.25, sector: 4, meters: 3.5, model: 40.125, total: 48.875 },
  };
}

function makeAssessment(index: number): Analysis['outcome'] {
  const probabilities = { artefact: 0.1, gain: 0.2, position: 0.3, optimal: 0.4, wrong: 0.05 };
  return {
    kind: 'assessed',
    labels: (['artefact', 'gain', 'position', 'optimal', 'wrong'] as const).map((label) => ({
      label,
      probability: probabilities[label] + (index % 10) / 100,
      threshold: 0.5,
    })),
    map: {
      rows: 7,
      columns: 7,
      values: Float32Array.from({ length: 245 }, (_, at) => Math.sin(index + at)),
      covers: { x: -3, y: 0, width: 646, height: 480 },
    },
    sector,
    meters: {
      brightness: 31.5,
      histogram: Array.from({ length: 32 }, () => 1 / 32),
      saturatedShare: 0.01,
      lostShare: 0.2,
      depthCurve: [30, null, 28.5],
      farMinusNear: -12.25,
      shadowShare: 0.1,
      shadows: [
        { from: 0.2, to: 0.3, startsAt: 0.5 },
        { from: 0.6, to: 0.7 },
      ],
      sharpness: 2.5,
    },
    novelty: 0.4,
  };
}
