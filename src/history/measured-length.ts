import { chooseCalibration } from '../measure/choose-calibration.ts';
import { measureExamination } from '../measure/measure-examination.ts';
import type { Measurement } from '../measure/measurement.ts';
import type { Size } from '../measure/picture-scale.ts';
import type { Centimetres } from '../measure/units.ts';
import type { Examination } from './examination.ts';

/** The worker analyses longer pictures in this length (`workers/draw-picture.ts`). */
const longestAnalysed = 1280;

/** A kidney's length as its outline gives it; null where no kidney is outlined or nothing says how long a centimetre is. */
export function measuredLength(examination: Examination): Measurement<Centimetres> | null {
  const opened = openedSize(examination);
  if (opened === null) return null;
  const { kidney } = measureExamination(examination, opened);
  return kidney.kind === 'measured' && kidney.sizes.unit === 'cm' ? kidney.sizes.length : null;
}

/** The size of the picture as opened, as far as the record alone tells it: the picture itself is not read for a table. */
function openedSize(examination: Examination): Size | null {
  const { calibration } = chooseCalibration(examination);
  if (calibration === null) return null;
  // A scale that was set by hand holds for the whole picture.
  if (examination.additions?.calibration === calibration) return calibration.region;
  const { width, height } = examination.analysis;
  return Math.max(width, height) < longestAnalysed ? { width, height } : null;
}
