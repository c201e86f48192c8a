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

/** Two pictures of one visit, along and across, paired. */
export function pair(along: VisitPicture, acrossCm: readonly [number, number]): readonly VisitPicture[] {
  const across = along.index + 1;
  return [
    { ...along, additions: { ...along.additions, partner: idOf(across) } },
    { ...along, index: across, sizeCm: acrossCm, additions: { partner: idOf(along.index) } },
  ];
}
