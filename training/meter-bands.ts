/**
 * Measures the normal band of each meter over annotated pictures of good quality and prints it.
 *   npx tsx training/meter-bands.ts --data ../shared/data
 * Good: labelled optimal and gain ok and no artefact, in annotations/abdomen-kidney-via.csv.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { findSector } from '../src/pixels/find-sector.ts';
import type { GreyImage } from '../src/pixels/grey-image.ts';
import { type MeterName, meterBands } from '../src/pixels/meter-bands.ts';
import { readMeters } from '../src/pixels/read-meters.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } });
const names = Object.keys(meterBands) as MeterName[];

const files = goodPictures(join(values.data, 'annotations/abdomen-kidney-via.csv'));
const readings = await Promise.all(
  files.map((file) => readPicture(join(values.data, 'abdomen/kidney', file))),
);
const lines = names.map((name) => {
  const sorted = readings.map((reading) => reading[name]).sort((a, b) => a - b);
  const [low, middle, high] = [0.05, 0.5, 0.95].map(
    (quantile) => sorted[Math.round(quantile * (sorted.length - 1))],
  );
  return `${name}\t${low?.toFixed(4)}\t${middle?.toFixed(4)}\t${high?.toFixed(4)}`;
});
process.stdout.write(`${files.length} pictures\nmeter\t5th\tmedian\t95th\n${lines.join('\n')}\n`);

interface Labels {
  readonly Optimal?: string;
  readonly Gain?: string;
  readonly Artefact?: string;
}

/** The names of the pictures whose labels are all good. */
function goodPictures(path: string): string[] {
  const good = new Set<string>();
  for (const line of readFileSync(path, 'utf8').trim().split('\n').slice(1)) {
    const [, file, quoted] = /^([^,]+),\d+,"(\{.*?\})",/.exec(line) ?? [];
    if (!file || !quoted) throw new Error(`Not a VIA row: ${line.slice(0, 80)}`);
    const labels = JSON.parse(quoted.replaceAll('""', '"')) as Labels;
    if (labels.Optimal === 'yes' && labels.Gain === 'ok' && labels.Artefact === 'no') good.add(file);
  }
  return [...good];
}

async function readPicture(path: string) {
  const image = await readGrey(path);
  const sector = findSector(image);
  if (!sector) throw new Error(`No sector in ${path}`);
  return readMeters(image, sector);
}

async function readGrey(path: string): Promise<GreyImage> {
  const { data, info } = await sharp(path).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const grey = Uint8Array.from({ length: info.width * info.height }, (_, i) => data[i * info.channels] ?? 0);
  return { width: info.width, height: info.height, data: grey };
}
