import type { Anatomy, Structure } from '../analysis.ts';
import type { Point } from '../pixels/sector.ts';

/** One structure's contours, in pixels of the analysed picture, and whose they are. */
export interface OutlineInUse {
  readonly contours: readonly (readonly Point[])[];
  readonly isByHand: boolean;
  /** The model's mean calibrated probability inside; absent where a person drew it. */
  readonly probability?: number;
}

/** What is measured: the kidney's border, and the parts that were outlined. */
export interface KidneyOutlines {
  readonly capsule: OutlineInUse;
  readonly medulla?: OutlineInUse;
  /** The central echo complex. */
  readonly sinus?: OutlineInUse;
}

interface Outline {
  readonly structure: Structure;
  readonly contours: readonly (readonly Point[])[];
  readonly probability?: number;
}

/**
 * The outlines that count: a person's before the model's, structure by structure. Null where nobody outlined a
 * kidney. A structure that a person emptied is gone.
 */
export function outlinesInUse(
  anatomy: Pick<Anatomy, 'outlines'> | null | undefined,
  edited: readonly Outline[] = [],
): KidneyOutlines | null {
  const find = (structure: Structure): OutlineInUse | undefined => {
    const ofPerson = edited.find((outline) => outline.structure === structure);
    const found: Outline | undefined =
      ofPerson ?? anatomy?.outlines.find((outline) => outline.structure === structure);
    const contours = found?.contours.filter((contour) => contour.length > 2) ?? [];
    if (contours.length === 0) return undefined;
    return ofPerson
      ? { contours, isByHand: true }
      : {
          contours,
          isByHand: false,
          ...(found?.probability !== undefined && { probability: found.probability }),
        };
  };
  const [capsule, medulla, sinus] = [find('capsule'), find('medulla'), find('central-echo-complex')];
  if (capsule === undefined) return null;
  return { capsule, ...(medulla && { medulla }), ...(sinus && { sinus }) };
}
