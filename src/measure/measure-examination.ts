import type { Analysis, Structure } from '../analysis.ts';
import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import type { Calibration } from '../pixels/calibration.ts';
import type { Point } from '../pixels/sector.ts';
import { type ChosenCalibration, chooseCalibration } from './choose-calibration.ts';
import { measureKidney } from './measure-kidney.ts';
import type { KidneySizes } from './measurement.ts';
import { type KidneyOutlines, outlinesInUse } from './outlines-in-use.ts';
import { type PictureScale, pixelScale, type Size, scaleOf } from './picture-scale.ts';

/** What a record must say to be measured; an `Examination` does. */
export interface MeasurableRecord {
  readonly analysis: Pick<Analysis, 'outcome' | 'width' | 'height'>;
  readonly calibration?: Calibration | null;
  readonly additions?: {
    readonly calibration?: Calibration;
    readonly outlines?: readonly {
      readonly structure: Structure;
      readonly contours: readonly (readonly Point[])[];
    }[];
  };
}

/** Why a picture gets no numbers: it was declined, shows something else, no kidney was found, or none was sought. */
export type WhyNoSizes = 'declined' | 'wrong' | 'no-kidney' | 'not-outlined';

/** A picture's scale, and the sizes of the kidney in it or why there are none. */
export interface MeasuredPicture {
  readonly chosen: ChosenCalibration;
  readonly scale: PictureScale;
  readonly kidney:
    | { readonly kind: 'measured'; readonly sizes: KidneySizes }
    | { readonly kind: 'none'; readonly why: WhyNoSizes };
}

/**
 * Measures the kidney of a record. `opened` is the size of its picture as opened, in pixels, of which its calibration
 * speaks. Outlines that a person drew count even where the model found none.
 */
export function measureExamination(record: MeasurableRecord, opened: Size): MeasuredPicture {
  const { analysis, additions } = record;
  const { outcome } = analysis;
  const outlines = outlinesInUse(shownAnatomy(outcome), additions?.outlines);
  const chosen = keepInRegion(chooseCalibration(record), outlines, [analysis, opened]);
  const scale = chosen.calibration
    ? scaleOf(chosen.calibration, analysis, opened)
    : pixelScale(outcome.sector?.pixelAspect);
  const pictures = chosen.calibration?.source === 'simulation' ? 'simulated' : 'real';
  const sizes = outlines && measureKidney({ outlines, sector: outcome.sector, scale, pictures });
  return {
    chosen,
    scale,
    kidney: sizes ? { kind: 'measured', sizes } : { kind: 'none', why: whyNoSizes(outcome) },
  };
}

/** A kidney may reach beyond its scale's region by this share of it: outlines are not exact. */
const BEYOND = 0.02;

/** In a picture of two halves each has its own scale: one that is not the kidney's is none. */
function keepInRegion(
  chosen: ChosenCalibration,
  outlines: KidneyOutlines | null,
  [analysed, opened]: readonly [Size, Size],
): ChosenCalibration {
  if (chosen.calibration === null || outlines === null) return chosen;
  const { x, y, width, height } = chosen.calibration.region;
  const [across, down] = [opened.width / analysed.width, opened.height / analysed.height];
  const isBeyond = outlines.capsule.contours.flat().some((point) => {
    const [u, v] = [(point.x * across - x) / width, (point.y * down - y) / height];
    return u < -BEYOND || u > 1 + BEYOND || v < -BEYOND || v > 1 + BEYOND;
  });
  return isBeyond ? { calibration: null, why: 'other-region' } : chosen;
}

function whyNoSizes(outcome: Analysis['outcome']): WhyNoSizes {
  if (outcome.kind === 'declined') return 'declined';
  if (outcome.anatomy === undefined) return 'not-outlined';
  return outcome.anatomy === null ? 'no-kidney' : 'wrong';
}
