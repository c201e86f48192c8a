import type { ImagePlane } from './image-plane.ts';
import type { Kidney } from './kidney.ts';
import type { Phantom } from './phantom.ts';
import { judgeQuality, type Quality } from './quality.ts';
import type { Examination, Rendering } from './render-phantom.ts';
import { type TruthMaps, truthMaps } from './truth-maps.ts';
import { type Structure, truthMask } from './truth-mask.ts';
import { along, dot } from './vector.ts';

/** How the plane lies to the kidney's long axis. */
export type View = 'longitudinal' | 'oblique' | 'transverse';

/** How a plane lies to a kidney's long axis. */
export interface AxisAndPlane {
  /** Angle between the two, degrees: 0 for a plane along the axis, 90 for one square to it. */
  readonly degrees: number;
  /** Where the plane crosses that axis, cm from the kidney's middle towards the lower pole; far away when along it. */
  readonly levelCm: number;
}

/** All that is known about a rendered picture. */
export interface Truth {
  readonly maps: TruthMaps;
  /** 1 where the structure is, 0 elsewhere; as large as the picture. */
  mask(structure: Structure): Uint8Array;
  readonly quality: Quality;
  readonly cmPerPixel: number;
  readonly view: View | null;
  /** How the plane lies to the kidney, whatever is seen of it; null where there is none. */
  readonly axis: AxisAndPlane | null;
  /** mL/min/1.73 m²; null where no kidney is shown. */
  readonly egfr: number | null;
}

/** Works out the truth of a rendering; apart from it because a live view does not need it. */
export function tellTruth(phantom: Phantom, { machine }: Examination, rendering: Rendering): Truth {
  const maps = truthMaps(rendering);
  const { kidney } = rendering.scene;
  const axis = kidney && compare(kidney, rendering.plane);
  return {
    maps,
    mask: (structure) => truthMask(maps, kidney, structure),
    quality: judgeQuality({ phantom, machine, smearCm: rendering.smearCm }, rendering, maps),
    cmPerPixel: rendering.grid.layout.cmPerPixel,
    view: axis && viewOf(axis.degrees),
    axis,
    egfr: kidney && phantom.person.egfr,
  };
}

/** Within 25° of the long axis a cut is longitudinal, within 25° of square to it transverse. */
function viewOf(degrees: number): View {
  if (degrees < 25) return 'longitudinal';
  return degrees > 65 ? 'transverse' : 'oblique';
}

function compare({ centre, long }: Kidney, { origin, normal }: ImagePlane): AxisAndPlane {
  const sine = dot(long, normal);
  const degrees = (Math.asin(Math.min(1, Math.abs(sine))) * 180) / Math.PI;
  return { degrees, levelCm: dot(along(origin, centre, -1), normal) / (sine || Number.EPSILON) };
}
