/**
 * Writes simulated pictures with their truth, for training: the same files for the same count and seed.
 *
 *     npm run phantom -- --count 500 --seed 1 --out training/work/phantom [--side 256] [--organ muscle]
 *
 * `--organ` (kidney, liver, spleen, gallbladder, bladder, bowel, muscle or nothing) shows that one alone.
 *
 * In the folder: `pictures/000000.png` (grey), `masks/000000.png` (region numbers of src/phantom/region.ts in red,
 * numbers of findings in green: 1 stone, 2 cyst, 3 mass, 4 urine of hydronephrosis; blue 0) and `labels.jsonl`.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { drawExample, type Example, type ExampleWish, organs } from '../src/phantom/draw-example.ts';
import { Region } from '../src/phantom/region.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    side: { type: 'string', default: '256' },
    out: { type: 'string', default: 'training/work/phantom' },
    organ: { type: 'string' },
  },
});
const [count, seed, side] = [Number(values.count), Number(values.seed), Number(values.side)];
if (![count, seed, side].every(Number.isInteger) || count < 1 || side < 32) {
  throw new Error('--count, --seed and --side are whole numbers; --count at least 1, --side at least 32.');
}
const organ = (['kidney', ...organs] as const).find((name) => name === values.organ);
if (values.organ !== undefined && organ === undefined) throw new Error('--organ is no organ of the phantom.');
const wish: ExampleWish = { width: side, height: side, ...(organ === undefined ? {} : { organ }) };

await mkdir(join(values.out, 'pictures'), { recursive: true });
await mkdir(join(values.out, 'masks'), { recursive: true });
const lines: string[] = [];
for (let i = 0; i < count; i += 1) {
  const example = drawExample(seed * 1_000_003 + i, wish);
  const name = `${String(i).padStart(6, '0')}.png`;
  await writePng(join(values.out, 'pictures', name), example.image.data, 1);
  await writePng(join(values.out, 'masks', name), maskColours(example), 3);
  lines.push(JSON.stringify({ file: name, ...example.labels }));
}
await writeFile(join(values.out, 'labels.jsonl'), `${lines.join('\n')}\n`);
await writeFile(join(values.out, 'regions.json'), `${JSON.stringify(Region, null, 2)}\n`);

function maskColours({ truth, findingKinds }: Example): Uint8Array {
  const { regions, findings } = truth.maps;
  const out = new Uint8Array(regions.length * 3);
  const numbers = { stone: 1, cyst: 2, mass: 3 };
  regions.forEach((id, i) => {
    out[3 * i] = id;
    const finding = findings[i] ?? 0;
    const kind = findingKinds[finding - 1];
    out[3 * i + 1] = finding === 255 ? 4 : kind === undefined ? 0 : numbers[kind];
  });
  return out;
}

async function writePng(path: string, data: Uint8Array, channels: 1 | 3): Promise<void> {
  await sharp(data, { raw: { width: side, height: side, channels } })
    .png()
    .toFile(path);
}
