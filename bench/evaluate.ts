/**
 * Measures the figures of models/kidney-crop again inside the app's own pipeline (decoding, crop worker, model on WASM and
 * reading as shipped, in Chromium), beside what its card says:
 *
 *     npm run evaluate [-- simulated drawn real hydronephrosis] [--data ../shared/data]
 *
 * Sets may be named to measure only those. Ends with 1 where a figure differs by more than 0.01 from the card's.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parse } from 'valibot';
import { type Card, cardSchema } from '../workers/card.ts';
import type { Answer } from './screening/contract.ts';
import type { EvaluatedSet, KnownPicture } from './screening/evaluated-pictures.ts';
import { openScreening, type Screening } from './screening/open-screening.ts';
import { realSets } from './screening/real-sets.ts';
import { type Reproduced, reproduceFigure } from './screening/reproduce-figure.ts';
import { simulatedSet } from './screening/simulated-set.ts';

/** The app's figures are those of the training when they differ by no more. */
const tolerance = 0.01;
/** Pictures on their way to the page at once. */
const batch = 20;

type Metric = Card['metrics'][number];

/** A figure of the card and the same of the app. */
interface Compared {
  readonly metric: Metric;
  readonly app: Reproduced;
  /** Pictures of the set that the app refused: the figure is about so many fewer at most. */
  readonly refused: number;
}

async function main(names: readonly string[], data: string): Promise<void> {
  const began = performance.now();
  const card = parse(cardSchema, JSON.parse(await readFile('models/kidney-crop/card.json', 'utf8')));
  const sets = [simulatedSet, ...(await realSets(data))];
  const unknown = names.filter((name) => !sets.some((set) => set.name === name));
  if (unknown.length > 0) throw new Error(`no set ${unknown}; there are ${sets.map(({ name }) => name)}`);
  const screening = await openScreening();
  const compared: Compared[] = [];
  console.log(`${`${card.name} ${card.version}`.padEnd(70)} card      app       difference`);
  for (const set of sets) {
    if (names.length === 0 || names.includes(set.name))
      compared.push(...(await evaluateSet(screening, set, card)));
  }
  await screening.close();
  sayUncovered(card, compared);
  const off = compared.filter((one) => !isReproduced(one));
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(
    `${compared.length - off.length} of ${compared.length} figures within ${tolerance}; ${minutes} minutes`,
  );
  if (off.length > 0 || compared.length === 0) process.exitCode = 1;
}

async function evaluateSet(screening: Screening, set: EvaluatedSet, card: Card): Promise<Compared[]> {
  const known = set.open();
  if (typeof known === 'string') {
    console.log(`\n${set.name}: SKIPPED, ${known}`);
    return [];
  }
  const read = await readPictures(screening, known);
  const refused = read.filter(({ answer }) => answer.refused !== null);
  console.log(`\n${set.name}: ${read.length} pictures, ${refused.length} refused`);
  for (const { known: one, answer } of refused) console.log(`  ${one.asked.name}: ${answer.refused}`);
  const compared = set.datasets.flatMap(({ words, holds }) => {
    const those = read.filter((_, i) => holds(i));
    const pictures = those.flatMap(({ known: one, answer }) =>
      answer.reading === null ? [] : [{ known: one, reading: answer.reading }],
    );
    const about = card.metrics.filter(({ dataset }) => words.test(dataset));
    return about.flatMap((metric): Compared[] => {
      const app = reproduceFigure(pictures, metric);
      return app === null ? [] : [{ metric, app, refused: those.length - pictures.length }];
    });
  });
  for (const one of compared) console.log(lineOf(one));
  return compared;
}

interface Answered {
  readonly known: KnownPicture;
  readonly answer: Answer;
}

/** The browser reads a batch while the next one is drawn. */
async function readPictures(
  screening: Screening,
  pictures: AsyncIterable<KnownPicture>,
): Promise<Answered[]> {
  const read: Answered[] = [];
  let [waiting, reading]: [KnownPicture[], Promise<void>] = [[], Promise.resolve()];
  const send = async (): Promise<void> => {
    await reading;
    const sent = waiting;
    waiting = [];
    reading = screening.read(sent.map(({ asked }) => asked)).then((answers) => {
      for (const [i, answer] of answers.entries()) if (sent[i]) read.push({ known: sent[i], answer });
    });
  };
  for await (const picture of pictures) {
    waiting.push(picture);
    if (waiting.length === batch) await send();
  }
  await send();
  await reading;
  return read;
}

/** The same on as many pictures, but for refused ones: a truth that was told otherwise must not go unseen. */
function isReproduced({ metric, app, refused }: Compared): boolean {
  const missing = metric.n - app.n;
  return Math.abs(app.value - metric.value) <= tolerance && missing >= 0 && missing <= refused;
}

function lineOf(one: Compared): string {
  const { metric, app } = one;
  const n = app.n === metric.n ? `n ${app.n}` : `n ${app.n} of ${metric.n}`;
  const figures = [metric.value, app.value, app.value - metric.value].map((value) =>
    value.toFixed(4).padStart(8),
  );
  const name = `${metric.subject}: ${metric.metric} (${metric.dataset.slice(0, 24).trim()}…)`;
  return `${name.padEnd(100)} ${figures.join('  ')}  ${isReproduced(one) ? 'ok ' : 'OFF'}  ${n}`;
}

/** What the card says and this does not measure again. */
function sayUncovered({ metrics, robustness = [] }: Card, compared: readonly Compared[]): void {
  const left = metrics.filter((metric) => !compared.some((one) => one.metric === metric));
  console.log(
    `\nNot measured here: ${robustness.length} figures on changed pictures and ${left.length} others:`,
  );
  for (const { subject, metric, dataset } of left) console.log(`  ${subject}: ${metric} (${dataset})`);
  console.log(
    'Nor kidney-view and tissue-layers: training/verify.ts compares their outputs with PyTorch\u2019s.',
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: '../shared/data' } },
});
await main(positionals, values.data);
