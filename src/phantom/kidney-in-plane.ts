import { askKidney } from './ask-kidney.ts';
import { beamOfPlace } from './beam-grid.ts';
import { emptyEcho } from './echo.ts';
import type { Kidney } from './kidney.ts';
import { Region } from './region.ts';
import type { Rendering } from './render-phantom.ts';
import { dot, type Vector } from './vector.ts';

/** What the cut through the kidney is like, seen or not. Shares are of the whole cut's area. */
export interface KidneyInPlane {
  /** Area of the cut, cm². */
  readonly areaCm2: number;
  /** Share outside the sector or the picture. */
  readonly cutShare: number;
  /** The same for the half towards each pole, share of that half. */
  readonly upperCutShare: number;
  readonly lowerCutShare: number;
  /** Share of what is visible that lies behind bone, gas or a lifted probe. */
  readonly hiddenShare: number;
  /** Longest extent of the cut along the kidney's axis, cm. */
  readonly lengthCm: number;
  /** Middle of the cut in the plane, cm. */
  readonly lateralCm: number;
  readonly axialCm: number;
}

const stepCm = 0.12;
/** A shadow hides where it takes 12 dB: cortex falls to the grey of noise. */
const hidingDb = 12;

/** Looks at the whole cut through the kidney, also beyond the sector; null where the plane misses it. */
export function kidneyInPlane(rendering: Rendering, kidney: Kidney): KidneyInPlane | null {
  const { plane } = rendering;
  const from = {
    x: kidney.centre.x - plane.origin.x,
    y: kidney.centre.y - plane.origin.y,
    z: kidney.centre.z,
  };
  const [middle, deep] = [dot(from, plane.lateral), dot(from, plane.axial)];
  const reach = kidney.size.lengthCm / 2 + 0.6;
  const tally = new Tally();
  for (let lateral = middle - reach; lateral <= middle + reach; lateral += stepCm) {
    for (let axial = deep - reach; axial <= deep + reach; axial += stepCm) {
      const place = { lateral, axial };
      const position = positionInKidney(rendering, kidney, place);
      if (position !== null) tally.add(place, position, seenAt(rendering, place));
    }
  }
  return tally.all === 0 ? null : tally.sum();
}

type Sight = 'seen' | 'cut' | 'hidden';

/** Counts of small squares of the cut. */
class Tally {
  all = 0;
  private hidden = 0;
  private upper = 0;
  private upperCut = 0;
  private lowerCut = 0;
  private lateral = 0;
  private axial = 0;
  private least = Number.POSITIVE_INFINITY;
  private most = Number.NEGATIVE_INFINITY;

  add({ lateral, axial }: Place, position: number, sight: Sight): void {
    const towardsHead = position < 0;
    this.all += 1;
    this.lateral += lateral;
    this.axial += axial;
    this.least = Math.min(this.least, position);
    this.most = Math.max(this.most, position);
    if (towardsHead) this.upper += 1;
    if (sight === 'hidden') this.hidden += 1;
    if (sight === 'cut' && towardsHead) this.upperCut += 1;
    if (sight === 'cut' && !towardsHead) this.lowerCut += 1;
  }

  sum(): KidneyInPlane {
    const cut = this.upperCut + this.lowerCut;
    return {
      areaCm2: this.all * stepCm * stepCm,
      cutShare: cut / this.all,
      upperCutShare: this.upperCut / Math.max(1, this.upper),
      lowerCutShare: this.lowerCut / Math.max(1, this.all - this.upper),
      hiddenShare: this.hidden / Math.max(1, this.all - cut),
      lengthCm: this.most - this.least,
      lateralCm: this.lateral / this.all,
      axialCm: this.axial / this.all,
    };
  }
}

interface Place {
  readonly lateral: number;
  readonly axial: number;
}

/** Distance along the kidney's axis from its middle, cm; null outside the capsule. */
function positionInKidney({ plane }: Rendering, kidney: Kidney, { lateral, axial }: Place): number | null {
  const at = (o: number, l: number, a: number): number => o + lateral * l + axial * a;
  const point: Vector = {
    x: at(plane.origin.x, plane.lateral.x, plane.axial.x),
    y: at(plane.origin.y, plane.lateral.y, plane.axial.y),
    z: at(plane.origin.z, plane.lateral.z, plane.axial.z),
  };
  const echo = emptyEcho();
  askKidney(kidney, { ...point, dx: 0, dy: 0, dz: 1, depthCm: point.z }, echo);
  if (echo.region < Region.cortex || echo.region > Region.sinus) return null;
  const { centre } = kidney;
  return dot({ x: point.x - centre.x, y: point.y - centre.y, z: point.z - centre.z }, kidney.long);
}

function seenAt({ grid, insonation }: Rendering, { lateral, axial }: Place): Sight {
  const { width, height, cmPerPixel, middle, faceRow } = grid.layout;
  const column = lateral / cmPerPixel + middle;
  const row = axial / cmPerPixel + faceRow;
  const [across, depth] = beamOfPlace(grid, lateral, axial);
  if (Number.isNaN(across) || column < 0 || row < 0 || column > width || row > height) return 'cut';
  const { beams, samples, occlusionDb } = insonation;
  const sample = Math.round((depth / grid.depthCm) * (samples - 1));
  const loss = occlusionDb[sample * beams + Math.round(across * (beams - 1))] ?? 0;
  return loss >= hidingDb ? 'hidden' : 'seen';
}
