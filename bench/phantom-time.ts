import { readdirSync } from 'node:fs';
import { alignMachine, alignProbe } from '../src/phantom/align-probe.ts';
import { samplePhantom } from '../src/phantom/phantom.ts';
import type { ScanRequest } from '../workers/phantom-protocol.ts';
import { type Figure, median, spread } from './figure.ts';
import { makeProfile, openBench } from './open-bench.ts';

const side = 256;
/** The first pictures of a patient warm up the compiler and are left out. */
const warmUp = 10;
const counted = 40;
const seeds = [21, 55, 77, 104, 131];

/** Pictures of a breathing patient under a probe that is well held, asked for one after the other. */
function requestsOf(seed: number): ScanRequest[] {
  const phantom = samplePhantom(seed);
  const still = { seed, wish: {}, probe: alignProbe(phantom), machine: alignMachine(phantom) };
  return Array.from({ length: warmUp + counted }, (_, i) => ({
    ...still,
    frame: { width: side, height: side, timeSeconds: i / 30 },
    overlays: { seed: 0, calipers: false },
    withTruth: false,
  }));
}

/** The phantom as a live source: the built app's own worker, message to message. */
export async function measurePhantom(url: string): Promise<Figure[]> {
  const worker = readdirSync('dist/assets').find((file) => file.startsWith('phantom.worker'));
  const { page, context } = await openBench(makeProfile());
  await page.goto(url);
  const times: number[] = [];
  for (const seed of seeds) {
    const found = await page.evaluate(timeScans, { worker: `assets/${worker}`, scans: requestsOf(seed) });
    times.push(...found.slice(warmUp));
  }
  await context.close();
  const middle = median(times);
  return [
    {
      name: `pictures a second of the phantom at ${side} × ${side}, one worker`,
      value: Math.round(1000 / middle),
      unit: '/s',
      target: '≥ 30',
      note: `${middle.toFixed(1)} ms median (${spread(times, 1)})`,
    },
  ];
}

/** Runs in the page: milliseconds from each question to its answer. */
async function timeScans({ worker, scans }: { worker: string; scans: readonly ScanRequest[] }) {
  const phantom = new Worker(new URL(worker, document.baseURI), { type: 'module' });
  const times: number[] = [];
  for (const args of scans) {
    const began = performance.now();
    phantom.postMessage({ id: 0, kind: 'scan', args });
    await new Promise((resolve) => phantom.addEventListener('message', resolve, { once: true }));
    times.push(performance.now() - began);
  }
  phantom.terminate();
  return times;
}
