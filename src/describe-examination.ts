import type { Analysis } from './analysis.ts';
import { decideVerdict } from './feedback/verdict.ts';
import type { Examination, Origin } from './history/examination.ts';
import type { Calibration } from './pixels/calibration.ts';

interface Described {
  readonly origin: Origin;
  readonly name: string;
  readonly calibration?: Calibration | null;
  /** A file's name may tell who was scanned: it is left out. */
  readonly isIdentifying?: boolean;
}

/** The record of an analysis that was just made: its id, its time, and what produced it. */
export function describeExamination(
  { origin, name, calibration, isIdentifying = false }: Described,
  analysis: Analysis,
): Examination {
  const now = Date.now();
  return {
    id: crypto.randomUUID(),
    analysedAt: now,
    updatedAt: now,
    deletedAt: null,
    origin,
    name: isIdentifying ? '' : name,
    verdict: decideVerdict(analysis.outcome),
    analysis,
    ...((calibration || origin === 'dicom') && { calibration: calibration ?? null }),
    appVersion: __APP_VERSION__,
  };
}
