import { urineFinding } from './echo.ts';
import type { Kidney } from './kidney.ts';
import { Region, type RegionName } from './region.ts';
import type { TruthMaps } from './truth-maps.ts';

/** What a mask can be asked for: a tissue, the kidney's whole, or a finding. */
export type Structure = RegionName | 'capsule' | 'stone' | 'cyst' | 'mass' | 'hydronephrosis';

/** 1 where the structure is, 0 elsewhere; as large as the picture. */
export function truthMask(maps: TruthMaps, kidney: Kidney | null, structure: Structure): Uint8Array {
  const { regions, findings } = maps;
  switch (structure) {
    case 'capsule':
      return regions.map((id) => (id >= Region.cortex && id <= Region.sinus ? 1 : 0));
    case 'hydronephrosis':
      return findings.map((number) => (number === urineFinding ? 1 : 0));
    case 'stone':
    case 'cyst':
    case 'mass':
      return findings.map((number) => (kidney?.findings[number - 1]?.kind === structure ? 1 : 0));
    default: {
      const wanted = Region[structure];
      return regions.map((id) => (id === wanted ? 1 : 0));
    }
  }
}
