import { beamGeometry } from '../pixels/beam-geometry.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import type { Point, Sector } from '../pixels/sector.ts';

/** A round region that a person placed, in pixels of the analysed picture. */
export interface EchoRegion {
  readonly centre: Point;
  readonly radius: number;
}

/** The two regions, and the picture they lie in. */
export interface EchoQuestion {
  readonly cortex: EchoRegion;
  readonly liver: EchoRegion;
  readonly sector: Sector | null;
}

/** Why two regions cannot be compared. */
export type EchoRefusal =
  | 'no-sector'
  | 'region-too-small'
  /** A region reaches outside the insonated area. */
  | 'region-outside'
  /** The regions lie at different depths, where gain and attenuation differ. */
  | 'depths-differ'
  /** Much of a region is black or white: its brightness is the display's limit. */
  | 'grey-at-limit';

/** The brightness of cortex over that of liver, or why there is none. */
export type EchoRatio =
  | {
      readonly kind: 'measured';
      /** Mean grey of the cortex over that of the liver: above 1 where the cortex is brighter. */
      readonly value: number;
      /** Half the width of a 95 % interval, from the speckle alone. */
      readonly plusMinus: number;
      /** Mean greys, 0–255. */
      readonly cortexGrey: number;
      readonly liverGrey: number;
    }
  | { readonly kind: 'refused'; readonly reason: EchoRefusal };

const LEAST_RADIUS = 4;
/** How far apart in depth the regions' middles may lie, as a share of the sector's depth. */
const DEPTH_APART = 0.08;
/** Greys at which the display's scale ends, and how much of a region may lie there. */
const [BLACK, WHITE, AT_LIMIT] = [2, 253, 0.1] as const;
/** Student's t for 95 % and three degrees of freedom: four quarters of a region say how much its mean wavers. */
const STUDENT = 3.182;

/**
 * The ratio of cortex to liver brightness from two regions placed by hand at the same depth. Grey values are what a
 * machine makes of echoes after logarithmic compression, gain and a grey map: the ratio tells which is brighter, and
 * can be compared between pictures of one machine and one setting only.
 */
export function echoRatio(grey: GreyImage, { cortex, liver, sector }: EchoQuestion): EchoRatio {
  if (sector === null) return { kind: 'refused', reason: 'no-sector' };
  const reason = judgePlaces([cortex, liver], sector);
  if (reason !== null) return { kind: 'refused', reason };
  const [inCortex, inLiver] = [readGrey(grey, cortex), readGrey(grey, liver)];
  if (inCortex.atLimit > AT_LIMIT || inLiver.atLimit > AT_LIMIT) {
    return { kind: 'refused', reason: 'grey-at-limit' };
  }
  const value = inCortex.mean / inLiver.mean;
  return {
    kind: 'measured',
    value,
    plusMinus: STUDENT * value * Math.hypot(inCortex.error / inCortex.mean, inLiver.error / inLiver.mean),
    cortexGrey: inCortex.mean,
    liverGrey: inLiver.mean,
  };
}

function judgePlaces(regions: readonly [EchoRegion, EchoRegion], sector: Sector): EchoRefusal | null {
  if (regions.some(({ radius }) => !(radius >= LEAST_RADIUS))) return 'region-too-small';
  const { toBeam } = beamGeometry(sector);
  const isOutside = ({ centre, radius }: EchoRegion): boolean =>
    [0, 1, 2, 3].some((quarter) => {
      const angle = (quarter * Math.PI) / 2;
      const at = { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
      const { depth, lateral } = toBeam(at);
      return !(depth >= 0 && depth <= 1 && lateral >= 0 && lateral <= 1);
    });
  if (regions.some(isOutside)) return 'region-outside';
  const [cortex, liver] = regions;
  const apart = Math.abs(toBeam(cortex.centre).depth - toBeam(liver.centre).depth);
  return apart > DEPTH_APART ? 'depths-differ' : null;
}

function readGrey(
  grey: GreyImage,
  region: EchoRegion,
): { readonly mean: number; readonly error: number; readonly atLimit: number } {
  const levels = levelsIn(grey, region);
  const quarters = [0, 1, 2, 3].map((quarter) => meanOf(levels.filter((level) => level.quarter === quarter)));
  const mean = meanOf(levels);
  const squares = quarters.reduce((sum, quarter) => sum + (quarter - mean) ** 2, 0);
  const atLimit = levels.filter(({ level }) => level <= BLACK || level >= WHITE).length;
  // The standard error of the mean of four: their variance over four.
  return { mean, error: Math.sqrt(squares / 3 / 4), atLimit: atLimit / Math.max(1, levels.length) };
}

interface Level {
  readonly level: number;
  readonly quarter: number;
}

function levelsIn({ width, height, data }: GreyImage, { centre, radius }: EchoRegion): Level[] {
  const levels: Level[] = [];
  const [left, right] = [Math.max(0, Math.floor(centre.x - radius)), Math.min(width, centre.x + radius)];
  const [top, bottom] = [Math.max(0, Math.floor(centre.y - radius)), Math.min(height, centre.y + radius)];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [dx, dy] = [x + 0.5 - centre.x, y + 0.5 - centre.y];
      if (dx * dx + dy * dy > radius * radius) continue;
      levels.push({ level: data[y * width + x] ?? 0, quarter: Number(dx > 0) + 2 * Number(dy > 0) });
    }
  }
  return levels;
}

function meanOf(levels: readonly Level[]): number {
  return levels.reduce((sum, { level }) => sum + level, 0) / Math.max(1, levels.length);
}
