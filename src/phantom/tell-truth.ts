import type { Phantom } from './phantom.ts';
import { judgeQuality, type Quality } from './quality.ts';
import type { Examination, Rendering } from './render-phantom.ts';
import { type TruthMaps, truthMaps } from './truth-maps.ts';
import { type Structure, truthMask } from './truth-mask.ts';
import { dot } from './vector.ts';

/** How the plane lies to the kidney's long axis. */
export type View = 'longitudinal' | 'oblique' | 'transverse';

/** All that is known about a rendered picture. */
export interface Truth {
  readonly maps: TruthMaps;
  /** 1 where the structure is, 0 elsewhere; as large as the picture. */
  mask(structure: Structure): Uint8Array;
  readonly quality: Quality;
  readonly cmPerPixel: number;
  readonly view: View | null;
  /** mL/min/1.73 m²; null where no kidney is shown. */
  readonly egfr: number | null;
}

/** Works out the truth of a rendering; apart from it because a live view does not need it. */
export function tellTruth(phantom: Phantom, { machine }: Examination, rendering: Rendering): Truth {
  const maps = truthMaps(rendering);
  const { kidney } = rendering.scene;
  return {
    maps,
    mask: (structure) => truthMask(maps, kidney, structure),
    quality: judgeQuality({ phantom, machine, smearCm: rendering.smearCm }, rendering, maps),
    cmPerPixel: rendering.grid.layout.cmPerPixel,
    view: kidney && viewOf(Math.abs(dot(kidney.long, rendering.plane.normal))),
    egfr: kidney && phantom.person.egfr,
  };
}

/** Within 25° of the long axis a cut is longitudinal, within 25° of square to it transverse. */
function viewOf(sineOfAngle: number): View {
  const degrees = (Math.asin(Math.min(1, sineOfAngle)) * 180) / Math.PI;
  if (degrees < 25) return 'longitudinal';
  return degrees > 65 ? 'transverse' : 'oblique';
}
