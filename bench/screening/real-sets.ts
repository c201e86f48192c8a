import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { findings } from '../../src/findings/finding.ts';
import { findPoles } from '../../src/pixels/find-poles.ts';
import { cropMargin, type Poles } from '../../src/pixels/fit-kidney-crop.ts';
import type { Point } from '../../src/pixels/sector.ts';
import { sectorMask } from '../../src/pixels/sector-mask.ts';
import type { EvaluatedSet, KnownPicture } from './evaluated-pictures.ts';

/** What training/kidney_crop/held.py wrote. */
interface Held {
  /** `chosen`: in the half that thresholds were chosen on. */
  readonly real: readonly {
    readonly file: string;
    readonly capsule: readonly Point[];
    readonly pixelAspect?: number;
    readonly chosen: boolean;
  }[];
  readonly drawn: readonly (readonly (0 | 1)[])[];
  readonly hydronephrosis: readonly {
    readonly file: string;
    readonly holds: boolean;
    readonly half: 0 | 1;
  }[];
}

const work = 'training/work/kidney-crop';
const missing = `no ${work}/held.json: write it by \`/usr/bin/python3 training/run.py kidney-crop --held-only\``;
/** Sides of the wide crop that findings were drawn into, and of the crop in its middle. */
const [wideSide, exactSide] = [260, 192];

/** The sets that need data: held-out kidneys as they came, with findings drawn into them, and crops of hydronephrosis. */
export async function realSets(data: string): Promise<EvaluatedSet[]> {
  const path = join(work, 'held.json');
  const held: Held | null = existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : null;
  const all = held ?? { real: [], drawn: [], hydronephrosis: [] };
  const openIf = (open: () => AsyncIterable<KnownPicture>) => () => {
    if (held === null) return missing;
    return existsSync(data) ? open() : `no pictures in ${data}`;
  };
  const isHalf = (half: 0 | 1) => (index: number) => all.hydronephrosis[index]?.half === half;
  return [
    {
      name: 'drawn',
      datasets: [{ words: /^held-out real kidneys of the set abdomen with findings/, holds: () => true }],
      open: openIf(() => openDrawn(all.drawn)),
    },
    {
      name: 'real',
      datasets: [
        { words: /^held-out real kidneys of the set abdomen as they came/, holds: () => true },
        // Refusals are measured on the other half alone.
        {
          words: /^held-out real kidneys of the set abdomen$/,
          holds: (index) => all.real[index]?.chosen === false,
        },
      ],
      open: openIf(() => each(all.real, (one) => openReal(data, one))),
    },
    {
      name: 'hydronephrosis',
      datasets: [
        { words: /^hydronephrosis set, the half/, holds: isHalf(0) },
        { words: /^hydronephrosis set, the other half/, holds: isHalf(1) },
        { words: /^hydronephrosis set: /, holds: () => true },
      ],
      open: openIf(() => each(all.hydronephrosis, (one) => openHydronephrosis(data, one))),
    },
  ];
}

async function openReal(data: string, one: Held['real'][number]): Promise<KnownPicture> {
  const { file, capsule, pixelAspect } = one;
  const bytes = await readFile(join(data, file));
  const { width = 0, height = 0 } = await sharp(bytes).metadata();
  const poles = findPoles({ width, height, data: sectorMask(capsule, width, height) }, pixelAspect);
  // All are taken for normal, which is not known.
  const truths = Object.fromEntries(findings.map((finding) => [finding, false]));
  return {
    asked: { name: file, base64: bytes.toString('base64'), poles, isCrop: false },
    truths,
    egfr: null,
  };
}

async function openHydronephrosis(data: string, one: Held['hydronephrosis'][number]): Promise<KnownPicture> {
  const bytes = await readFile(join(data, one.file));
  const asked = { name: one.file, base64: bytes.toString('base64'), poles: null, isCrop: true };
  return { asked, truths: { abnormal: one.holds, hydronephrosis: one.holds }, egfr: null };
}

async function* openDrawn(labels: Held['drawn']): AsyncGenerator<KnownPicture> {
  const grey = await readFile(join(work, 'held-drawn.bin'));
  const half = exactSide / cropMargin / 2;
  const middle = wideSide / 2;
  const poles: Poles = [
    { x: middle - half, y: middle },
    { x: middle + half, y: middle },
  ];
  const raw = { width: wideSide, height: wideSide, channels: 1 } as const;
  for (const [i, row] of labels.entries()) {
    const picture = grey.subarray(i * wideSide ** 2, (i + 1) * wideSide ** 2);
    const png = await sharp(picture, { raw }).png().toBuffer();
    const asked = { name: `drawn-${i}.png`, base64: png.toString('base64'), poles, isCrop: true };
    const truths = Object.fromEntries(findings.map((finding, column) => [finding, row[column] === 1]));
    yield { asked, truths, egfr: null };
  }
}

async function* each<T>(
  all: readonly T[],
  open: (one: T) => Promise<KnownPicture>,
): AsyncGenerator<KnownPicture> {
  for (const one of all) yield open(one);
}
