import { measureCaliper } from '../measure/measure-caliper.ts';
import { measureExamination } from '../measure/measure-examination.ts';
import type { Size } from '../measure/picture-scale.ts';
import type { Poles } from '../pixels/fit-kidney-crop.ts';
import type { Examination } from './examination.ts';

/** How long a kidney's axis is in one picture. */
export interface AxisLength {
  /** Null without a scale. */
  readonly lengthCm: number | null;
  /** Over the height of the sector, pixels made square: comparable between pictures of one depth. */
  readonly share: number;
}

/** Measures the long axis round which a record was read. `opened`: the size of its picture as opened, in pixels. */
export function axisLength(examination: Examination, [from, to]: Poles, opened: Size): AxisLength {
  const { analysis } = examination;
  const { sector } = analysis.outcome;
  const { unit, value } = measureCaliper({ from, to }, measureExamination(examination, opened).scale);
  const across = (to.x - from.x) * (sector?.pixelAspect ?? 1);
  return {
    lengthCm: unit === 'cm' ? value : null,
    share: Math.hypot(across, to.y - from.y) / (sector?.bounds.height ?? analysis.height),
  };
}
