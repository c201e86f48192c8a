/**
 * Runs a model package with TF.js on the WASM backend and compares it with PyTorch: the golden pictures of
 * the card, and the pictures that the training left in `training/work/<name>` (see verification.py).
 *
 *     npx tsx training/verify.ts [models/kidney-view] [--untimed]
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { io, ready, setBackend, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import type { Card } from '../workers/card.ts';
import { readCard } from '../workers/read-card.ts';

/** On held-out pictures: single precision on both sides, the same 16-bit weights. */
const TOLERANCE = 1e-2;
const TIMED_RUNS = 21;

async function loadPackage(folder: string): Promise<{ card: Card; model: GraphModel }> {
  const card = readCard(new Uint8Array(await readFile(join(folder, 'card.json'))).buffer);
  for (const { path, bytes, sha256 } of card.files) {
    const data = await readFile(join(folder, path));
    const digest = createHash('sha256').update(data).digest('hex');
    if (data.length !== bytes || digest !== sha256)
      throw new Error(`${path} differs from its entry in the card`);
  }
  const json: io.ModelJSON = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
  const data = await readFile(join(folder, 'weights.bin'));
  const weights = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
  const artifacts = await io.getModelArtifactsForJSON(json, async (groups) => [
    groups.flatMap((group) => group.weights),
    weights,
  ]);
  return { card, model: await loadGraphModel(io.fromMemory(artifacts)) };
}

function toTensor(grey: Uint8Array, { width, height, channels, range: [low, high] }: Card['input']): Tensor {
  const values = new Float32Array(grey.length * channels).map(
    (_, index) => low + ((grey[Math.floor(index / channels)] ?? 0) / 255) * (high - low),
  );
  return tensor4d(values, [1, height, width, channels]);
}

function largestDifference(found: ArrayLike<number>, expected: readonly number[]): number {
  if (found.length !== expected.length)
    throw new Error(`${found.length} values instead of ${expected.length}`);
  return expected.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (found[i] ?? Number.NaN))), 0);
}

async function execute(model: GraphModel, x: Tensor, name: string): Promise<ArrayLike<number>> {
  const out = model.execute(x, name);
  if (Array.isArray(out)) throw new Error(`${name} gave several tensors`);
  return out.data();
}

async function verifyGolden(folder: string, card: Card, model: GraphModel): Promise<void> {
  for (const { input, outputs, tolerance } of card.golden) {
    const x = toTensor(await readFile(join(folder, input)), card.input);
    const names = Object.keys(outputs);
    const together = [model.execute(x, names)].flat();
    if (together.length !== names.length) throw new Error('outputs are missing');
    for (const [name, expected] of Object.entries(outputs)) {
      const worst = largestDifference(await execute(model, x, name), expected);
      process.stdout.write(`${input} ${name}: largest difference ${worst.toExponential(1)}\n`);
      if (!(worst <= tolerance)) {
        throw new Error(`${input}: ${name} differs by ${worst}`);
      }
    }
  }
}

interface Check {
  readonly pictures: number;
  /** Numbers in each tensor, by name. */
  readonly tensors: Readonly<Record<string, number>>;
}

async function readFloats(path: string): Promise<Float32Array> {
  const { buffer, byteOffset, byteLength } = await readFile(path);
  return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

async function verifyPictures(work: string, card: Card, model: GraphModel): Promise<void> {
  const check: Check = JSON.parse(await readFile(join(work, 'verify.json'), 'utf8'));
  const grey = await readFile(join(work, 'verify.bin'));
  const size = card.input.width * card.input.height;
  for (const [name, length] of Object.entries(check.tensors)) {
    const expected = await readFloats(join(work, `verify-${name}.bin`));
    let worst = 0;
    for (let i = 0; i < check.pictures; i += 1) {
      const x = toTensor(grey.subarray(i * size, (i + 1) * size), card.input);
      const found = await execute(model, x, name);
      worst = Math.max(worst, largestDifference(found, [...expected.subarray(i * length, (i + 1) * length)]));
    }
    process.stdout.write(
      `${check.pictures} held-out pictures, ${name}: differ by at most ${worst.toExponential(1)}\n`,
    );
    if (!(worst <= TOLERANCE)) throw new Error(`${name} differs by ${worst}`);
  }
}

/** Prints the median time of each output alone, and of all together. */
async function measureTime({ input, outputs }: Card, model: GraphModel): Promise<void> {
  const x = toTensor(new Uint8Array(input.width * input.height).fill(90), input);
  const names = [...new Set(outputs.map(({ tensor }) => tensor))];
  for (const asked of [...names.map((name) => [name]), names]) {
    const times: number[] = [];
    for (let i = 0; i < TIMED_RUNS; i += 1) {
      const began = performance.now();
      const found = model.execute(x, asked);
      for (const tensor of Array.isArray(found) ? found : [found]) await tensor.data();
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    process.stdout.write(`${asked.join(' + ')}: ${times[TIMED_RUNS >> 1]?.toFixed(0)} ms\n`);
  }
}

const folder = process.argv[2] ?? 'models/kidney-view';
const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
setWasmPaths(`${dirname(wasm)}/`);
await setBackend('wasm');
await ready();
const { card, model } = await loadPackage(folder);
await verifyGolden(folder, card, model);
const work = join('training/work', card.name);
if (existsSync(join(work, 'verify.json'))) await verifyPictures(work, card, model);
if (!process.argv.includes('--untimed')) await measureTime(card, model);
