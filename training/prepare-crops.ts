/**
 * Makes kidney crops exactly as the app does (`fitKidneyCrop`), for training/kidney_crop: of simulated patients,
 *
 *     npx tsx training/prepare-crops.ts --out training/work/kidney-crop/phantom-0 --patients 1500 --seed 1
 *
 * or of pictures whose capsules are known (`--list`: JSON by training/kidney_crop/real.py):
 *
 *     npx tsx training/prepare-crops.ts --out training/work/kidney-crop/real --list wanted.json --data ../shared/data
 *
 * Writes `<out>-exact.bin` (grey, 192 × 192 each), `<out>-wide.bin` (260 × 260), `<out>-marks.bin` (phantoms: what is
 * where, see draw-crop.ts; 260 × 260) and `<out>.jsonl`, a line a crop. The same arguments give the same files.
 */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { findPoles } from '../src/pixels/find-poles.ts';
import type { GreyImage } from '../src/pixels/grey-image.ts';
import type { Point, Sector } from '../src/pixels/sector.ts';
import { sectorMask } from '../src/pixels/sector-mask.ts';
import { type Crops, cropBoth } from './kidney_crop/crop-both.ts';
import { cropView, drawPatient, drawView } from './kidney_crop/draw-crop.ts';

const views = 2;

/** A picture whose kidney is known; points in its pixels. */
interface Wanted {
  readonly file: string;
  readonly capsule: readonly Point[];
  readonly sector: Sector;
}

type Made = Crops & { readonly marks?: Uint8Array; readonly labels: Readonly<Record<string, unknown>> };

function* phantoms(patients: number, seed: number): Generator<Made> {
  for (let i = 0; i < patients; i += 1) {
    const phantom = drawPatient(seed * 1_000_003 + i);
    for (let view = 0; view < views; view += 1) {
      const drawn = drawView(phantom, view);
      if (drawn !== null) yield cropView(drawn, phantom);
    }
  }
}

async function* pictures(list: string, data: string): AsyncGenerator<Made> {
  const wanted: Wanted[] = JSON.parse(await readFile(list, 'utf8'));
  for (const { file, capsule, sector } of wanted) {
    const image = await readGrey(join(data, file));
    const { width, height } = image;
    const mask = { width, height, data: sectorMask(capsule, width, height) };
    const poles = findPoles(mask, sector.pixelAspect);
    if (poles !== null) yield { ...cropBoth(image, sector, poles), labels: { file } };
  }
}

async function readGrey(path: string): Promise<GreyImage> {
  const { data, info } = await sharp(path).flatten().greyscale().raw().toBuffer({ resolveWithObject: true });
  const grey = new Uint8Array(info.width * info.height);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * info.channels] ?? 0;
  return { width: info.width, height: info.height, data: grey };
}

async function write(stream: WriteStream, data: Uint8Array | string): Promise<void> {
  if (!stream.write(data)) await once(stream, 'drain');
}

async function main(out: string, made: Iterable<Made> | AsyncIterable<Made>): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const [exact, wide, marks, lines] = ['-exact.bin', '-wide.bin', '-marks.bin', '.jsonl'].map((ending) =>
    createWriteStream(`${out}${ending}`),
  );
  if (!exact || !wide || !marks || !lines) return;
  let count = 0;
  for await (const crop of made) {
    await write(exact, crop.exact);
    await write(wide, crop.wide);
    if (crop.marks) await write(marks, crop.marks);
    await write(lines, `${JSON.stringify({ ...crop.labels, placement: crop.widePlacement })}\n`);
    count += 1;
  }
  for (const file of [exact, wide, marks, lines]) {
    file.end();
    await once(file, 'finish');
  }
  process.stdout.write(`${count} crops in ${out}\n`);
}

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'training/work/kidney-crop/phantom' },
    patients: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    list: { type: 'string' },
    data: { type: 'string', default: '../shared/data' },
  },
});
const made = values.list
  ? pictures(values.list, values.data)
  : phantoms(Number(values.patients), Number(values.seed));
await main(values.out, made);
