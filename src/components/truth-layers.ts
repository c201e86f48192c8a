import type { ScanTruth } from '../../workers/phantom-protocol.ts';
import { say } from '../i18n/say.ts';
import { urineFinding } from '../phantom/echo.ts';
import { Region, type RegionId, type RegionName } from '../phantom/region.ts';

/** Something that has its own colour over the picture. */
export interface TruthLayer {
  readonly name:
    | 'cortex'
    | 'medulla'
    | 'sinus'
    | 'fat'
    | 'muscle'
    | 'fascia'
    | 'organ'
    | 'barrier'
    | 'finding';
  /** Red, green, blue. */
  readonly colour: readonly [number, number, number];
  readonly regions: readonly RegionId[];
}

/**
 * Layers by region, in Okabe and Ito's palette, which stays apart for colour-blind eyes
 * (https://jfly.uni-koeln.de/color/); black and grey are left to the picture.
 */
export const truthLayers: readonly TruthLayer[] = [
  { name: 'cortex', colour: [86, 180, 233], regions: [Region.cortex] },
  { name: 'medulla', colour: [0, 114, 178], regions: [Region.medulla] },
  { name: 'sinus', colour: [240, 228, 66], regions: [Region.sinus] },
  {
    name: 'fat',
    colour: [230, 159, 0],
    regions: [Region.skin, Region.subcutaneousFat, Region.perirenalFat],
  },
  {
    name: 'muscle',
    colour: [204, 121, 167],
    regions: [Region.muscle, Region.psoas],
  },
  { name: 'fascia', colour: [255, 255, 255], regions: [Region.fascia, Region.tendon] },
  {
    name: 'organ',
    colour: [0, 158, 115],
    regions: [Region.liver, Region.spleen, Region.bladder, Region.gallbladder, Region.bowel, Region.vessel],
  },
  {
    name: 'barrier',
    colour: [153, 153, 153],
    regions: [Region.bone, Region.gas, Region.lung],
  },
];

/** Findings lie over whatever tissue they are in. */
export const findingLayer: TruthLayer = {
  name: 'finding',
  colour: [213, 94, 0],
  regions: [],
};

const layerOfRegion = new Map(
  truthLayers.flatMap((layer) => layer.regions.map((id) => [id, layer] as const)),
);

/** The layer at a pixel of the truth's maps; null where none is. */
export function layerAt({ maps }: ScanTruth, pixel: number): TruthLayer | null {
  if ((maps.findings[pixel] ?? 0) !== 0) return findingLayer;
  return layerOfRegion.get((maps.regions[pixel] ?? 0) as RegionId) ?? null;
}

/** What lies at a pixel, in words; null outside the sector. */
export function wordAt({ maps, findingKinds }: ScanTruth, pixel: number): string | null {
  const finding = maps.findings[pixel] ?? 0;
  if (finding === urineFinding) return say('patient.finding.hydronephrosis');
  const kind = findingKinds[finding - 1];
  if (kind !== undefined) return say(`patient.finding.${kind}`);
  const name = regionNames.get(maps.regions[pixel] ?? 0);
  return name === undefined ? null : say(`patient.region.${name}`);
}

type Named = Exclude<RegionName, 'none'>;

const regionNames = new Map(
  Object.entries(Region).flatMap(([name, id]) => (isNamed(name) ? [[id as number, name] as const] : [])),
);

function isNamed(name: string): name is Named {
  return name !== 'none';
}
