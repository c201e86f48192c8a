// `npm run bench`: builds the app, measures sizes and times in Chromium, and prints them with the machine's name.
import { cpus, platform, release, totalmem } from 'node:os';
import { build, preview } from 'vite';
import { measureAnnotating } from './annotate-time.ts';
import { measureBurnedIn } from './burned-in.ts';
import { measureCorners } from './corner-accuracy.ts';
import { measureEditing } from './edit-time.ts';
import { measureEndurance } from './endurance.ts';
import type { Figure } from './figure.ts';
import { measureHistory } from './history-time.ts';
import { measureLiveEndurance } from './live-endurance.ts';
import { measureLive } from './live-time.ts';
import { measureAccuracy } from './measure-accuracy.ts';
import { measureModels } from './model-time.ts';
import { measurePhantom } from './phantom-time.ts';
import { measurePictures } from './picture-time.ts';
import { measureScreen } from './screen-time.ts';
import { measureScreening } from './screening-time.ts';
import { measureSizes } from './sizes.ts';
import { measureWarmStart } from './start-time.ts';

const benches: Record<string, (url: string) => Promise<Figure[]>> = {
  sizes: async () => measureSizes(),
  pictures: measurePictures,
  models: measureModels,
  measure: measureAccuracy,
  'burned-in': measureBurnedIn,
  phantom: measurePhantom,
  screen: measureScreen,
  screening: measureScreening,
  corners: measureCorners,
  start: measureWarmStart,
  history: measureHistory,
  live: measureLive,
  editing: measureEditing,
  annotating: measureAnnotating,
  endurance: measureEndurance,
  'live-endurance': measureLiveEndurance,
};

const wanted = process.argv.slice(2);
const processors = cpus();
console.log(`Machine: ${processors[0]?.model ?? 'unknown'}, ${processors.length} cores, ${gigabytes()} GiB`);
console.log(`System: ${platform()} ${release()}, Node ${process.version}`);
await build({ logLevel: 'warn' });
const server = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
const address = server.httpServer.address();
if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
for (const [name, measure] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await measure(`http://127.0.0.1:${address.port}/`)) print(figure);
}
await server.close();

function print({ name, value, unit, target, note }: Figure): void {
  const promised = target === undefined ? '' : `target ${target}`;
  console.log(
    `${name.padEnd(58)} ${String(value).padStart(8)} ${unit.padEnd(10)} ${promised.padEnd(14)} ${note ?? ''}`,
  );
}

function gigabytes(): string {
  return (totalmem() / 2 ** 30).toFixed(0);
}
