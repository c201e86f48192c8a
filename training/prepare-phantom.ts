/**
 * Draws simulated pictures, fits them exactly as the app does (`findSector`, `fitModelInput`) and writes grey bytes
 * (`pictures.bin`), the structures at each pixel (`structures.bin`), both side × side each, and `index.json`.
 *
 *     npx tsx training/prepare-phantom.ts --count 2000 --seed 1 --side 320 --out training/work/phantom/0
 */

import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawExample, type Example } from '../src/phantom/draw-example.ts';
import { Region } from '../src/phantom/region.ts';
import { findSector } from '../src/pixels/find-sector.ts';
import { fitModelInput } from '../src/pixels/fit-model-input.ts';
import type { Placement } from '../src/pixels/model-input.ts';
import type { Point, Sector } from '../src/pixels/sector.ts';

/** Side of the drawn pictures. */
const DRAWN = 320;
const URINE = 255;
/** Bits of `structures.bin`; several may hold at a pixel. */
const structures = { capsule: 1, centralEchoComplex: 2, medulla: 4, cortex: 8 } as const;

/** The complex is the sinus with what it holds, and the urine of a dilated collecting system, as readers outline it. */
function structuresOf(region: number, finding: number): number {
  if (region === Region.sinus || finding === URINE) return structures.capsule | structures.centralEchoComplex;
  if (region === Region.medulla) return structures.capsule | structures.medulla;
  return region === Region.cortex ? structures.capsule | structures.cortex : 0;
}

/** Moves the truth along with the picture: the nearest pixel, 0 outside. */
function fitStructures({ truth }: Example, { scaleX, scaleY, offsetX, offsetY }: Placement, side: number) {
  const { regions, findings } = truth.maps;
  const out = new Uint8Array(side * side);
  for (let i = 0; i < out.length; i += 1) {
    const x = Math.floor(((i % side) + 0.5 - offsetX) / scaleX);
    const y = Math.floor((Math.floor(i / side) + 0.5 - offsetY) / scaleY);
    if (x < 0 || y < 0 || x >= DRAWN || y >= DRAWN) continue;
    out[i] = structuresOf(regions[y * DRAWN + x] ?? 0, findings[y * DRAWN + x] ?? 0);
  }
  return out;
}

function fitExample(example: Example, sector: Sector, side: number) {
  const fitted = fitModelInput(example.image, sector, {
    width: side,
    height: side,
    region: 'sector',
    fit: 'letterbox',
  });
  const { scaleX, scaleY, offsetX, offsetY } = fitted.placement;
  const place = ({ x, y }: Point) => [x * scaleX + offsetX, y * scaleY + offsetY];
  const entry = {
    labels: example.truth.quality.labels,
    organ: example.labels.organ,
    findings: example.findingKinds,
    outline: sector.outline.map(place),
    apex: sector.apex && place(sector.apex),
  };
  return { grey: fitted.grey, structures: fitStructures(example, fitted.placement, side), entry };
}

async function write(stream: WriteStream, data: Uint8Array): Promise<void> {
  if (!stream.write(data)) await once(stream, 'drain');
}

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    side: { type: 'string', default: '320' },
    out: { type: 'string', default: 'training/work/phantom/0' },
  },
});
const [count, seed, side] = [Number(values.count), Number(values.seed), Number(values.side)];
await mkdir(values.out, { recursive: true });
const pictures = createWriteStream(join(values.out, 'pictures.bin'));
const masks = createWriteStream(join(values.out, 'structures.bin'));
const entries: unknown[] = [];
let lost = 0;
for (let i = 0; i < count; i += 1) {
  const example = drawExample(seed * 1_000_003 + i, { width: DRAWN, height: DRAWN });
  const sector = findSector(example.image);
  if (sector === null) {
    lost += 1;
    continue;
  }
  const fitted = fitExample(example, sector, side);
  await write(pictures, fitted.grey);
  await write(masks, fitted.structures);
  entries.push(fitted.entry);
}
for (const stream of [pictures, masks]) {
  stream.end();
  await once(stream, 'finish');
}
await writeFile(join(values.out, 'index.json'), JSON.stringify({ side, seed, pictures: entries }));
process.stdout.write(`${entries.length} simulated pictures fitted, in ${lost} no sector was found\n`);
