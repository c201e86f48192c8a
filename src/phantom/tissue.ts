import { Region, type RegionId } from './region.ts';

/** How a tissue answers to ultrasound. */
export interface Tissue {
  /** Backscatter, dB relative to healthy liver. */
  readonly backscatterDb: number;
  /** One way, dB/cm/MHz. */
  readonly attenuation: number;
  /** Standard deviation of its unevenness above the scale of speckle, dB. */
  readonly lumpsDb: number;
  /** Size of a lump in cm along the skin and inwards: fibres and septa are long and flat. */
  readonly lumpCm: readonly [number, number];
}

/**
 * Attenuation: soft tissue 0.5–0.7 dB/cm/MHz, fluid near 0, bone and gas so much that nothing comes back (Duck,
 * Physical Properties of Tissue, 1990, and ICRU report 61, 1998; not checked against the books). A table read since
 * (PMC10001275, at 1 MHz) has liver 0.5, spleen 0.4, fat 0.63 and blood 0.15 as here, give or take 0.1, but kidney
 * 1.0, muscle 0.96–1.4 and connective tissue 1.57: these are lower here.
 * Backscatter: order and distance as on abdominal scans (renal medulla < cortex ≤ liver ≤ spleen < sinus fat), tuned
 * beside real pictures.
 */
const tissues: Record<RegionId, Tissue> = {
  [Region.none]: tissue([-60, 0, 0]),
  [Region.skin]: tissue([3, 0.7, 1]),
  [Region.subcutaneousFat]: tissue([-4, 0.5, 4], [0.6, 0.1]),
  [Region.muscle]: tissue([-5, 0.7, 5], [0.7, 0.06]),
  [Region.fascia]: tissue([5, 0.6, 2], [0.5, 0.06]),
  [Region.bone]: tissue([6, 9, 0]),
  [Region.gas]: tissue([4, 12, 0]),
  [Region.liver]: tissue([0, 0.52, 1], [0.3, 0.3]),
  [Region.spleen]: tissue([1, 0.5, 0.8], [0.25, 0.25]),
  [Region.perirenalFat]: tissue([5, 0.55, 4], [0.35, 0.12]),
  [Region.cortex]: tissue([-8, 0.58, 1.2], [0.2, 0.2]),
  [Region.medulla]: tissue([-13, 0.58, 1], [0.2, 0.2]),
  [Region.sinus]: tissue([4, 0.6, 5], [0.16, 0.12]),
  [Region.psoas]: tissue([-4, 0.68, 4], [1.2, 0.12]),
  [Region.lung]: tissue([-1, 0.75, 3], [0.6, 0.5]),
  [Region.deepTissue]: tissue([0, 0.68, 4.5], [1.1, 0.2]),
  [Region.bladder]: tissue([-55, 0.01, 0]),
  [Region.gallbladder]: tissue([-50, 0.02, 0]),
  [Region.bowel]: tissue([-1, 0.65, 5], [0.3, 0.2]),
  [Region.vessel]: tissue([-24, 0.18, 0]),
  [Region.tendon]: tissue([10, 0.9, 0]),
};

/** The tissue of a region. */
export function tissueOf(region: RegionId): Tissue {
  return tissues[region];
}

function tissue(
  [backscatterDb, attenuation, lumpsDb]: readonly [number, number, number],
  lumpCm: readonly [number, number] = [0.4, 0.4],
): Tissue {
  return { backscatterDb, attenuation, lumpsDb, lumpCm };
}
