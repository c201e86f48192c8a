import type { KidneySize } from './kidney-size.ts';
import type { Random } from './random.ts';

/**
 * Grades of widening after the Society for Fetal Urology (2–4 as on pacs.de/term/hydronephrosis-grading); widths in
 * cm are chosen.
 */
export type HydronephrosisGrade = 1 | 2 | 3 | 4;

/** Urine in a widened collecting system: a pelvis and tubes to calyces, in the kidney's axes. */
export interface CollectingSystem {
  readonly grade: HydronephrosisGrade;
  /** Half axes of the pelvis (along, inward, flat) and how far it lies towards the hilum, cm. */
  readonly pelvisCm: readonly [number, number, number];
  readonly pelvisInwardCm: number;
  /** Centre (along, inward, flat) and radius of each calyx in turn; its tube is half as wide. */
  readonly calyces: Float64Array;
}

/**
 * Grade 1 parts the sinus, 2 widens pelvis and some calyces, 3 all calyces, 4 thins the parenchyma as well
 * (the caller passes a size whose parenchyma is thin already).
 */
export function sampleCollectingSystem(
  random: Random,
  { size, pyramids }: { readonly size: KidneySize; readonly pyramids: Float64Array },
  grade: HydronephrosisGrade,
): CollectingSystem {
  const scale = size.lengthCm / 10.7;
  const pelvis = [0, 0.45, 0.8, 1.2, 1.9][grade] ?? 0.5;
  const wide = random.between(0.9, 1.15) * scale;
  const share = [0, 0, 0.55, 1, 1][grade] ?? 0;
  const radius = ([0, 0, 0.42, 0.62, 0.95][grade] ?? 0) * scale;
  const half = [size.lengthCm / 2, size.widthCm / 2, size.thicknessCm / 2] as const;
  const calyces: number[] = [];
  for (let i = 0; i + 1 < pyramids.length; i += 2) {
    if (!random.chance(share)) continue;
    const own = radius * random.between(0.75, 1.2);
    const [towardsPole, round] = [pyramids[i] ?? 0, pyramids[i + 1] ?? 0];
    const girth = Math.cos(towardsPole);
    const [x, y, z] = [Math.sin(towardsPole), -girth * Math.cos(round), girth * Math.sin(round)];
    // Where this direction leaves the sinus, less the calyx itself, so that it cups the papilla.
    const reach = half.map((h) => Math.max(0.2, h - size.parenchymaCm - 0.35 * own));
    calyces.push(x * (reach[0] ?? 0), y * (reach[1] ?? 0), z * (reach[2] ?? 0), own);
  }
  return {
    grade,
    pelvisCm: [1.5 * pelvis * wide, pelvis * wide, 0.8 * pelvis * wide],
    pelvisInwardCm: 0.3 * scale + 0.25 * pelvis,
    calyces: Float64Array.from(calyces),
  };
}

/** Whether a point (along, inward, flat; cm) lies in urine. */
export function isUrine(system: CollectingSystem, point: readonly [number, number, number]): boolean {
  const [x, y, z] = point;
  const [a, b, c] = system.pelvisCm;
  const inward = y - system.pelvisInwardCm;
  if ((x / a) ** 2 + (inward / b) ** 2 + (z / c) ** 2 < 1) return true;
  for (let i = 0; i + 3 < system.calyces.length; i += 4) {
    if (inTube(system, i, point)) return true;
  }
  return false;
}

/** The calyx is a ball; its tube runs from the pelvis and is half as wide. */
function inTube(system: CollectingSystem, i: number, [x, y, z]: readonly [number, number, number]): boolean {
  const { calyces, pelvisInwardCm } = system;
  const [cx, cy, cz] = [calyces[i] ?? 0, (calyces[i + 1] ?? 0) - pelvisInwardCm, calyces[i + 2] ?? 0];
  const radius = calyces[i + 3] ?? 0;
  const dy = y - pelvisInwardCm;
  const t = Math.min(1, Math.max(0, (x * cx + dy * cy + z * cz) / (cx * cx + cy * cy + cz * cz)));
  const away = (x - t * cx) ** 2 + (dy - t * cy) ** 2 + (z - t * cz) ** 2;
  const width = radius * (t > 0.999 ? 1 : 0.45);
  if (away < width * width) return true;
  return (x - cx) ** 2 + (dy - cy) ** 2 + (z - cz) ** 2 < radius * radius;
}
