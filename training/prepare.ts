/**
 * Fits every training picture exactly as the app does (`findSector`, `fitModelInput`) and writes
 * `pictures-<side>.bin` (grey bytes, side × side each) and `index.json` for the Python part.
 *
 *     npx tsx training/prepare.ts --data ../shared/data --out training/work
 */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { findSector } from '../src/pixels/find-sector.ts';
import { fitModelInput } from '../src/pixels/fit-model-input.ts';
import type { GreyImage } from '../src/pixels/grey-image.ts';
import type { Placement } from '../src/pixels/model-input.ts';
import type { Sector } from '../src/pixels/sector.ts';

/** 320 leaves room for zooms and crops in training; 224 is what the app gives the model. */
const SIDES = [320, 224] as const;
const SETS = new Set(['abdomen', 'liver', 'carotid', 'hip', 'gallbladder', 'muscle', 'hydronephrosis']);

interface Row {
  readonly file: string;
  readonly set: string;
  readonly split: string;
  readonly organ: string;
  readonly label: string;
  readonly group: string;
}

interface Entry extends Row {
  readonly width: number;
  readonly height: number;
  /** Whether the sector was found; else the whole picture stands in as a rectangle. */
  readonly found: boolean;
  readonly sector: Sector;
  /** By side: where the picture went. */
  readonly placements: Record<number, Placement>;
}

function parseManifest(text: string): Row[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    return {
      file: cell('file'),
      set: cell('set'),
      split: cell('split'),
      organ: cell('organ'),
      label: cell('label'),
      group: cell('group'),
    };
  });
}

async function readGrey(path: string): Promise<GreyImage> {
  const { data, info } = await sharp(path).flatten().greyscale().raw().toBuffer({ resolveWithObject: true });
  const stride = info.channels;
  const grey = new Uint8Array(info.width * info.height);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * stride] ?? 0;
  return { width: info.width, height: info.height, data: grey };
}

function wholePicture({ width, height }: GreyImage): Sector {
  return {
    shape: 'rectangle',
    outline: [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ],
    bounds: { x: 0, y: 0, width, height },
    apex: null,
  };
}

async function main(data: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const rows = parseManifest(await readFile(join(data, 'manifest.csv'), 'utf8'));
  const wanted = rows.filter((row) => SETS.has(row.set) && row.label !== 'mask');
  const files = SIDES.map((side) => createWriteStream(join(out, `pictures-${side}.bin`)));
  const entries: Entry[] = [];
  for (const row of wanted) {
    const picture = await readGrey(join(data, row.file));
    const sector = findSector(picture);
    const used = sector ?? wholePicture(picture);
    const placements: Record<number, Placement> = {};
    for (const [index, side] of SIDES.entries()) {
      const fitted = fitModelInput(picture, used, {
        width: side,
        height: side,
        region: 'sector',
        fit: 'letterbox',
      });
      placements[side] = fitted.placement;
      if (files[index]?.write(fitted.grey) === false) await once(files[index], 'drain');
    }
    const { width, height } = picture;
    entries.push({ ...row, width, height, found: sector !== null, sector: used, placements });
  }
  for (const file of files) {
    file.end();
    await once(file, 'finish');
  }
  await writeFile(join(out, 'index.json'), JSON.stringify({ sides: SIDES, pictures: entries }));
  const lost = entries.filter((entry) => !entry.found).length;
  process.stdout.write(`${entries.length} pictures fitted, in ${lost} no sector was found\n`);
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'training/work' },
  },
});
await main(values.data, values.out);
