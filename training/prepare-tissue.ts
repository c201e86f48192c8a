/**
 * Fits pictures of tissue layers and their masks exactly as the app does (`findSector`, `fitModelInput`): the muscle
 * set, the thigh set (only measured on), some kidneys and other organs (which have no such layers), simulated limbs, and
 * simulated abdomens, whose wall has the same layers.
 *
 *     npx tsx training/prepare-tissue.ts --data ../shared/data --out training/work/tissue-layers
 *
 * In the folder, for side 320 (to augment) and 224 (what the model gets): `pictures-<side>.bin` (grey) and
 * `masks-<side>.bin` (one byte a pixel: the readers' values, or `Region` of src/phantom/region.ts), and `index.json`.
 */

import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { drawExample } from '../src/phantom/draw-example.ts';
import { drawLimb, type Layered } from '../src/phantom/draw-limb.ts';
import { Region } from '../src/phantom/region.ts';
import { findSector } from '../src/pixels/find-sector.ts';
import { fitModelInput } from '../src/pixels/fit-model-input.ts';
import type { GreyImage } from '../src/pixels/grey-image.ts';
import type { InputGeometry, Placement } from '../src/pixels/model-input.ts';
import type { Sector } from '../src/pixels/sector.ts';

const SIDES = [320, 224] as const;
/** Seeds of limbs and abdomens begin here. */
const LIMB_SEED = 3_100_000;
const ABDOMEN_SEED = 3_200_000;

/** Other sets of the manifest by name, and each how-many-eth picture is taken. */
const ORGANS: Record<string, number> = { abdomen: 8, liver: 1, carotid: 1, hip: 1, gallbladder: 2 };

interface Source extends Layered {
  readonly set: string;
  readonly name: string;
}

async function readGrey(path: string): Promise<GreyImage> {
  const { data, info } = await sharp(path).flatten().greyscale().raw().toBuffer({ resolveWithObject: true });
  const grey = new Uint8Array(info.width * info.height);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * info.channels] ?? 0;
  return { width: info.width, height: info.height, data: grey };
}

/** Pictures of `images` with the masks of the same name. */
async function* readFolder(set: string, folder: string, masks: string): AsyncGenerator<Source> {
  for (const file of (await readdir(join(folder, 'images'))).sort()) {
    const mask = await readGrey(join(folder, masks, `${parse(file).name}.png`));
    yield { set, name: parse(file).name, picture: await readGrey(join(folder, 'images', file)), mask };
  }
}

/** Kidneys and other organs; `name` is the file. Their masks are empty. */
async function* readOrgans(folder: string): AsyncGenerator<Source> {
  const lines = (await readFile(join(folder, 'manifest.csv'), 'utf8')).split(/\r?\n/);
  const seen: Record<string, number> = {};
  for (const line of lines) {
    const [file = '', set = '', , organ = ''] = line.split(',');
    const every = ORGANS[set];
    if (every === undefined || (set === 'abdomen' && organ !== 'kidney')) continue;
    seen[set] = (seen[set] ?? -1) + 1;
    if (seen[set] % every !== 0) continue;
    const picture = await readGrey(join(folder, file));
    const mask = { ...picture, data: new Uint8Array(picture.data.length) };
    yield { set: set === 'abdomen' ? 'kidney' : set, name: file, picture, mask };
  }
}

function* simulate(limbs: number, abdomens: number): Generator<Source> {
  for (let i = 0; i < limbs; i++) {
    yield { set: 'limb', name: String(LIMB_SEED + i), ...drawLimb(LIMB_SEED + i) };
  }
  for (let i = 0; i < abdomens; i++) {
    const { image, truth } = drawExample(ABDOMEN_SEED + i, { width: 320, height: 320 });
    const { width, height, regions } = truth.maps;
    const mask = { width, height, data: regions };
    yield { set: 'abdomen', name: String(ABDOMEN_SEED + i), picture: image, mask };
  }
}

function wholePicture({ width, height }: GreyImage): Sector {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  return { shape: 'rectangle', outline: corners, bounds: { x: 0, y: 0, width, height }, apex: null };
}

/** The mask's value at the place of each input pixel's centre; 0 outside the picture. */
function fitMask(mask: GreyImage, { scaleX, scaleY, offsetX, offsetY }: Placement, side: number): Uint8Array {
  const fitted = new Uint8Array(side * side);
  for (let i = 0; i < fitted.length; i++) {
    const x = Math.floor(((i % side) + 0.5 - offsetX) / scaleX);
    const y = Math.floor((Math.floor(i / side) + 0.5 - offsetY) / scaleY);
    const inside = x >= 0 && y >= 0 && x < mask.width && y < mask.height;
    fitted[i] = inside ? (mask.data[y * mask.width + x] ?? 0) : 0;
  }
  return fitted;
}

async function append(file: WriteStream, bytes: Uint8Array): Promise<void> {
  if (!file.write(bytes)) await once(file, 'drain');
}

async function close(file: WriteStream): Promise<void> {
  file.end();
  await once(file, 'finish');
}

async function fitAll(sources: Iterable<Source> | AsyncIterable<Source>, out: Outputs): Promise<void> {
  for await (const { set, name, picture, mask } of sources) {
    const found = findSector(picture);
    const sector = found ?? wholePicture(picture);
    const placements: Record<number, Placement> = {};
    for (const { side, pictures, masks } of out.files) {
      const geometry: InputGeometry = { width: side, height: side, region: 'sector', fit: 'letterbox' };
      const { grey, placement } = fitModelInput(picture, sector, geometry);
      placements[side] = placement;
      await append(pictures, grey);
      await append(masks, fitMask(mask, placement, side));
    }
    const { width, height } = picture;
    out.entries.push({ set, name, width, height, found: found !== null, sector, placements });
  }
}

interface Outputs {
  readonly files: { side: number; pictures: WriteStream; masks: WriteStream }[];
  readonly entries: object[];
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'training/work/tissue-layers' },
    limbs: { type: 'string', default: '1250' },
    abdomens: { type: 'string', default: '250' },
  },
});
const { data, out } = values;
await mkdir(out, { recursive: true });
const open = (name: string): WriteStream => createWriteStream(join(out, name));
const outputs: Outputs = {
  files: SIDES.map((side) => ({
    side,
    pictures: open(`pictures-${side}.bin`),
    masks: open(`masks-${side}.bin`),
  })),
  entries: [],
};
await fitAll(readFolder('muscle', join(data, 'muscle'), 'aponeurosis-masks'), outputs);
await fitAll(readFolder('thigh', join(data, 'thigh', 'fat'), 'masks'), outputs);
await fitAll(readFolder('thigh', join(data, 'thigh', 'fat_muscle'), 'masks'), outputs);
await fitAll(readOrgans(data), outputs);
await fitAll(simulate(Number(values.limbs), Number(values.abdomens)), outputs);
for (const { pictures, masks } of outputs.files) {
  await close(pictures);
  await close(masks);
}
await writeFile(join(out, 'index.json'), JSON.stringify({ regions: Region, pictures: outputs.entries }));
process.stdout.write(`${outputs.entries.length} pictures fitted\n`);
