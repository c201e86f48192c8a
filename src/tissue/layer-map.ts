import type { Box } from '../pixels/sector.ts';
import type { TissueLayer } from './tissue-reading.ts';

/** What lies at each cell of a grid over a part of a picture. */
export interface LayerMap extends MapGrid {
  /** A layer's number, `otherLayer` or `unknownLayer`; row-major, `width × height`. */
  readonly cells: Uint8Array;
}

/** The cells of a map, and the part of the picture that they cover, in pixels of the picture. */
export interface MapGrid {
  readonly width: number;
  readonly height: number;
  readonly covers: Box;
}

/** Known to be none of the layers that the map names. */
export const otherLayer = 254;
/** Outside the sector, or nothing is known: in no figure. */
export const unknownLayer = 255;

/** Layers of a limb by their number. */
export const tissueLayers = [
  'background',
  'skin-fat',
  'muscle',
  'fascia',
  'tendon',
] as const satisfies readonly TissueLayer[];

/** Layers of a kidney by their number: what lies in the capsule but not in the central echo complex is `kidney`. */
export const kidneyLayers = ['background', 'kidney', 'central-echo-complex'] as const;

/** Anything that a map may name. */
export type LayerName = (typeof tissueLayers)[number] | (typeof kidneyLayers)[number];

/** A map of one layer, yes or no: all else that is known becomes `otherLayer`. */
export function onlyLayer(map: LayerMap, layer: number): LayerMap {
  const cells = map.cells.map((cell) => (cell === layer || cell === unknownLayer ? cell : otherLayer));
  return { ...map, cells };
}

/** The value of a picture at the middle of each cell; `size` is that of the picture in whose pixels the grid is given. */
export function fitToGrid(
  image: { readonly width: number; readonly height: number; readonly data: Uint8Array },
  size: { readonly width: number; readonly height: number },
  { width, height, covers }: MapGrid,
): Uint8Array {
  const fitted = new Uint8Array(width * height);
  const [scaleX, scaleY] = [image.width / size.width, image.height / size.height];
  for (let i = 0; i < fitted.length; i++) {
    const x = Math.floor((covers.x + (((i % width) + 0.5) * covers.width) / width) * scaleX);
    const y = Math.floor((covers.y + ((Math.floor(i / width) + 0.5) * covers.height) / height) * scaleY);
    const isInside = x >= 0 && y >= 0 && x < image.width && y < image.height;
    fitted[i] = isInside ? (image.data[y * image.width + x] ?? 0) : 0;
  }
  return fitted;
}
