import sharp from 'sharp';
import { percentile } from '../src/evaluation/percentile.ts';
import { alignMachine, alignProbe } from '../src/phantom/align-probe.ts';
import { samplePhantom } from '../src/phantom/phantom.ts';
import { renderPhantom } from '../src/phantom/render-phantom.ts';
import { type Figure, median, spread } from './figure.ts';
import type { PipelineTime } from './screening/contract.ts';
import { openScreening } from './screening/open-screening.ts';

/** Simulated patients; their pictures come again and again. */
const patients = 12;
/** The first rounds warm up the compiler and are left out. */
const [warmUp, counted] = [2, 8];
const side = 512;

/** From a file of 512 × 512 to quality, outline, findings and function, as the page waits for them, on WASM. */
export async function measureScreening(): Promise<Figure[]> {
  const pictures = await Promise.all(Array.from({ length: patients }, (_, i) => drawPicture(i + 1)));
  const screening = await openScreening();
  const times: PipelineTime[] = [];
  for (let round = 0; round < warmUp + counted; round++) {
    for (const [i, bytes] of pictures.entries()) {
      const time = await screening.time(`${i}.jpg`, bytes);
      if (round >= warmUp && time !== null) times.push(time);
    }
  }
  await screening.close();
  const part = (name: string, key: Exclude<keyof PipelineTime, 'backend'>): Figure => ({
    name: `  of which ${name}`,
    value: round(median(times.map((time) => time[key]))),
    unit: 'ms',
  });
  const totals = times.map(({ total }) => total).sort((a, b) => a - b);
  return [
    {
      name: 'picture to outline, findings and function, 512 × 512',
      value: round(median(totals)),
      unit: 'ms',
      target: '≤ 150',
      note: `${times[0]?.backend}, ${spread(totals, 0)}`,
    },
    { name: '  95 % take at most', value: round(percentile(totals, 95)), unit: 'ms', target: '≤ 150' },
    part('decoding the file', 'decode'),
    part('quality and outline', 'analyse'),
    part('the long axis of the outline', 'axis'),
    part('crop, findings and function', 'screen'),
    part('  the same inside the workers', 'inWorkers'),
  ];
}

async function drawPicture(seed: number): Promise<Buffer> {
  const phantom = samplePhantom(seed);
  const [probe, machine] = [alignProbe(phantom), alignMachine(phantom)];
  const { image } = renderPhantom(phantom, { probe, machine }, { width: side, height: side });
  const raw = { width: image.width, height: image.height, channels: 1 } as const;
  return sharp(image.data, { raw }).jpeg({ quality: 92 }).toBuffer();
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
