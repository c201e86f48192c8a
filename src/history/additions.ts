import type { Structure } from '../analysis.ts';
import type { CropAxis, CropReading } from '../findings/crop-reading.ts';
import type { BloodTest } from '../kidney-function/blood-test.ts';
import type { EchoRegion } from '../measure/echo-ratio.ts';
import type { Calibration } from '../pixels/calibration.ts';
import type { Point } from '../pixels/sector.ts';

/** One structure's contours as a person drew or corrected them, in pixels of the analysed picture. */
export interface EditedOutline {
  readonly structure: Structure;
  /** Closed polygons; what lies in an even number of them is outside (a hole is a contour of its own). */
  readonly contours: readonly (readonly Point[])[];
}

/** What a caliper was laid along. */
export type CaliperPurpose = 'length' | 'width' | 'cortex' | 'parenchyma' | 'other';

/** Two marks set by hand, in pixels of the analysed picture. */
export interface Caliper {
  readonly purpose: CaliperPurpose;
  readonly from: Point;
  readonly to: Point;
}

/** Where the brightness of the cortex is compared with that of the liver, or of the spleen on the left. */
export interface EchoRegions {
  readonly cortex: EchoRegion;
  readonly liver: EchoRegion;
}

/** Who was scanned, as far as reference ranges and equations need it; never a name. */
export interface PatientContext {
  readonly ageYears?: number;
  readonly heightCm?: number;
  readonly sex?: 'female' | 'male';
  readonly side?: 'left' | 'right';
  /** What the patient is called here, a number or a made-up word: the same over visits, and no name. */
  readonly pseudonym?: string;
}

/** What people added to a record after its analysis, or asked to be read from it; the analysis itself is never changed. */
export interface Additions {
  /** A scale set by hand, or one found in the picture and agreed to; it goes before the file's own. */
  readonly calibration?: Calibration;
  /** The structures whose contours were edited; the model's own stay in the analysis. */
  readonly outlines?: readonly EditedOutline[];
  readonly calipers?: readonly Caliper[];
  readonly echo?: EchoRegions;
  /** Id of the record that shows the same kidney in the other view (along or across). */
  readonly partner?: string;
  readonly patient?: PatientContext;
  /** The long axis as a hand set it for the crop; it goes before the outline's own. */
  readonly axis?: CropAxis;
  /** What the models of findings and function said. */
  readonly reading?: CropReading;
  readonly blood?: BloodTest;
}

/** Makes the additions that follow from the ones before; called once, inside the transaction. */
export type Amendment = (before: Additions) => Additions;
