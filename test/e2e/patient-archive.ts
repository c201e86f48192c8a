import type { Additions, PatientContext } from '../../src/history/additions.ts';
import { createMemoryHistory } from '../../src/history/memory-history.ts';
import { kidneyRecord, kidneyScale } from '../fixtures/kidney-record.ts';
import { exportOf } from '../unit/history/fill-history.ts';
import { idOf } from '../unit/history/make-examination.ts';
import { drawnPicture } from './pictures.ts';

/** One picture of a kidney, and what was said of it. */
export interface VisitPicture {
  readonly index: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly sizeCm: readonly [length: number, width: number];
  readonly patient: PatientContext;
  readonly additions?: Additions;
  /** Standard uncertainty of the scale as a share; without it the picture has no scale. */
  readonly scale: number | null;
}

export const day = 24 * 60 * 60 * 1000;
/** Noon of 2 March 2026, so that a day is the same in every time zone. */
export const now = Date.UTC(2026, 2, 2, 12);

/** An archive of these pictures, as History restores it. */
export async function patientArchive(pictures: readonly VisitPicture[]) {
  const history = createMemoryHistory();
  const { buffer } = await drawnPicture();
  const picture = { bytes: new Uint8Array(buffer).buffer, type: 'image/png' };
  for (const { index, at, sizeCm, patient, additions, scale } of pictures) {
    const calibration = scale === null ? null : { ...kidneyScale, uncertainty: scale };
    const times = { analysedAt: at, updatedAt: at };
    const record = {
      ...times,
      calibration,
      additions: { ...additions, patient },
      name: `visit-${index}.png`,
    };
    const examination = kidneyRecord(index, sizeCm, record);
    await history.save({ examination, picture, thumbnail: picture });
  }
  const archive = Buffer.from(await (await exportOf(history)).arrayBuffer());
  return { name: 'visits.zip', mimeType: 'application/zip', buffer: archive };
}

/** What a model made of a picture's kidney function. */
export function guessed(value: number, half: number): Pick<Additions, 'reading'> {
  const poles = [
    { x: 120, y: 240 },
    { x: 520, y: 240 },
  ] as const;
  return {
    reading: {
      readAt: now,
      axis: { poles, from: 'mask' },
      erased: { calipers: 0, texts: 0, share: 0 },
      function: {
        model: { name: 'kidney-crop', version: '1.0.0', sha256: 'cd'.repeat(32) },
        novelty: 0.3,
        heads: [value],
        egfr: { value, low: value - half, high: value + half },
        scale: 'simulated patients, CKD-EPI 2021',
        ckd: null,
      },
      backend: 'wasm',
      tookMs: 90,
      appVersion: '0.1.0',
    },
  };
}

/** A blood test of a day. */
export function blood(creatinine: number, takenOn: string): Pick<Additions, 'blood'> {
  return { blood: { creatinine: { value: creatinine, unit: 'mg/dL' }, equation: 'ckd-epi-2021', takenOn } };
}

/** Two pictures of one visit, along and across, paired. */
export function pair(along: VisitPicture, acrossCm: readonly [number, number]): readonly VisitPicture[] {
  const across = along.index + 1;
  return [
    { ...along, additions: { ...along.additions, partner: idOf(across) } },
    { ...along, index: across, sizeCm: acrossCm, additions: { partner: idOf(along.index) } },
  ];
}
