import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import { chooseCalibration } from '../measure/choose-calibration.ts';
import { measureKidney } from '../measure/measure-kidney.ts';
import type { Measurement } from '../measure/measurement.ts';
import { outlinesInUse } from '../measure/outlines-in-use.ts';
import { scaleOf } from '../measure/picture-scale.ts';
import type { Centimetres } from '../measure/units.ts';
import type { Examination } from './examination.ts';
import { recordedSize } from './recorded-size.ts';

/** A kidney's length as its outline gives it; null where no kidney is outlined or nothing says how long a centimetre is. */
export function measuredLength(examination: Examination): Measurement<Centimetres> | null {
  const { analysis, additions } = examination;
  const { calibration } = chooseCalibration(examination);
  const opened = recordedSize(examination);
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
