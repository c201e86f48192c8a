import { measureLayers } from './compare-layers.ts';
import {
  type LayerMap,
  type MapGrid,
  onlyLayer,
  otherLayer,
  tissueLayers,
  unknownLayer,
} from './layer-map.ts';
import { layersOfRegions } from './layers-of-regions.ts';
import { layersOfMask, type MaskMeaning } from './mask-values.ts';
import { type PredictedLayers, readLayers } from './read-layers.ts';
import type { TissueRead } from './tissue-reading.ts';

/** One layer a place, or fascia yes or no. */
export type LayerView = 'several' | 'fascia';

/** What a model said of a limb, by view; a model need not give both. */
export type LimbLayers = Readonly<Record<LayerView, PredictedLayers | null>>;

const fascia = tissueLayers.indexOf('fascia');
/** Of the sector: training's mark for pictures that show none of these layers. */
const mostBackground = 0.5;

/** Reads both outputs of a model that a picture can be shown by. */
export function readLimb(read: TissueRead): LimbLayers {
  const several = read.outputs.find(({ activation }) => activation === 'softmax');
  const binary = read.outputs.find(
    ({ activation, layers }) => activation === 'sigmoid' && layers.includes('fascia'),
  );
  const only = binary && readLayers(read, binary);
  return {
    several: several ? readLayers(read, several) : null,
    fascia: only ? { ...only, map: onlyLayer(only.map, fascia) } : null,
  };
}

/** Whether so much of a sector is called background that it may show no limb: the model's card asks to say so. */
export function isMostlyBackground({ several }: LimbLayers): boolean {
  if (several === null) return false;
  return (measureLayers(several.map, null, 1)[0]?.share ?? 0) > mostBackground;
}

/** What is known of a limb, by view; null where nothing is. */
export type LimbTruth = Readonly<Record<LayerView, LayerMap | null>>;

/** The truth of a simulated limb; `regions` is `Region` by cell. */
export function truthOfRegions(regions: Uint8Array, grid: MapGrid): LimbTruth {
  const cells = layersOfRegions(regions, grid);
  // What is known to be no fascia and no more is no truth of several layers.
  const several = cells.map((cell) => (cell === otherLayer ? unknownLayer : cell));
  return truthOf({ ...grid, cells: several }, { ...grid, cells });
}

/** The truth as somebody drew it; `values` is the mask's value by cell. */
export function truthOfMask(
  values: Uint8Array,
  meanings: ReadonlyMap<number, MaskMeaning>,
  grid: MapGrid,
): LimbTruth {
  const map = { ...grid, cells: layersOfMask(values, meanings) };
  return truthOf(map, map);
}

function truthOf(several: LayerMap, forFascia: LayerMap): LimbTruth {
  return { several, fascia: forFascia.cells.includes(fascia) ? onlyLayer(forFascia, fascia) : null };
}
