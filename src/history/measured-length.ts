import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import { chooseCalibration } from '../measure/choose-calibration.ts';
import { measureKidney } from '../measure/measure-kidney.ts';
import type { Measurement } from '../measure/measurement.ts';
import { outlinesInUse } from '../measure/outlines-in-use.ts';
import { type Size, scaleOf } from '../measure/picture-scale.ts';
import type { Centimetres } from '../measure/units.ts';
import type { Examination } from './examination.ts';

/** The worker analyses longer pictures in this length (`workers/draw-picture.ts`). */
const longestAnalysed = 1280;

/** A kidney's length as its outline gives it; null where no kidney is outlined or nothing says how long a centimetre is. */
export function measuredLength(examination: Examination): Measurement<Centimetres> | null {
  const { analysis, additions } = examination;
  const { calibration } = chooseCalibration(examination);
  const opened = openedSize(examination);
  const outlines = outlinesInUse(shownAnatomy(analysis.outcome), additions?.outlines);
  if (calibration === null || opened === null || outlines === null) return null;
  const sizes = measureKidney({
    // The layers take most of the time, and thousands of records go into one table.
    outlines: { capsule: outlines.capsule },
    sector: analysis.outcome.sector,
    scale: scaleOf(calibration, analysis, opened),
  });
  return sizes?.unit === 'cm' ? sizes.length : null;
}

/** The size of the picture as opened, as far as the record alone tells it: the picture itself is not read for a table. */
function openedSize(examination: Examination): Size | null {
  const byHand = examination.additions?.calibration;
  // A scale that was set by hand holds for the whole picture.
  if (byHand !== undefined) return byHand.region;
  const { width, height } = examination.analysis;
  return Math.max(width, height) < longestAnalysed ? { width, height } : null;
}
