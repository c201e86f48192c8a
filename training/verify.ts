/**
 * Runs a model package with TF.js on the WASM backend and compares it with PyTorch: the golden pictures of
 * the card, and the pictures that `run.py` left in `training/work` (`verify.json`, `verify.bin`).
 *
 *     npx tsx training/verify.ts [models/kidney-view]
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { io, ready, setBackend, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { parse } from 'valibot';
import { type Card, cardSchema } from '../workers/card.ts';

const LOGIT_TOLERANCE = 1e-2;

async function loadPackage(folder: string): Promise<{ card: Card; model: GraphModel }> {
  const card = parse(cardSchema, JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')));
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

function toTensor(grey: Uint8Array, { width, height, range: [low, high] }: Card['input']): Tensor {
  const values = Float32Array.from(grey, (value) => low + (value / 255) * (high - low));
  return tensor4d(values, [1, height, width, 1]);
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
    const together = model.execute(x, names);
    if (!Array.isArray(together) || together.length !== names.length) throw new Error('outputs are missing');
    for (const [name, expected] of Object.entries(outputs)) {
      const worst = largestDifference(await execute(model, x, name), expected);
      process.stdout.write(`${input} ${name}: largest difference ${worst.toExponential(1)}\n`);
      if (!(worst <= (name === 'logits' ? Math.min(tolerance, LOGIT_TOLERANCE) : tolerance))) {
        throw new Error(`${input}: ${name} differs by ${worst}`);
      }
    }
  }
}

async function verifyPictures(work: string, card: Card, model: GraphModel): Promise<void> {
  const expected: number[][] = JSON.parse(await readFile(join(work, 'verify.json'), 'utf8'));
  const pictures = await readFile(join(work, 'verify.bin'));
  const size = card.input.width * card.input.height;
  let worst = 0;
  const began = performance.now();
  for (const [index, logits] of expected.entries()) {
    const x = toTensor(pictures.subarray(index * size, (index + 1) * size), card.input);
    worst = Math.max(worst, largestDifference(await execute(model, x, 'logits'), logits));
  }
  const milliseconds = (performance.now() - began) / expected.length;
  process.stdout.write(
    `${expected.length} held-out pictures: logits differ by at most ${worst.toExponential(1)}, ${milliseconds.toFixed(0)} ms each\n`,
  );
  if (!(worst <= LOGIT_TOLERANCE)) throw new Error(`logits differ by ${worst}`);
}

const folder = process.argv[2] ?? 'models/kidney-view';
const work = 'training/work';
const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
setWasmPaths(`${dirname(wasm)}/`);
await setBackend('wasm');
await ready();
const { card, model } = await loadPackage(folder);
await verifyGolden(folder, card, model);
if (existsSync(join(work, 'verify.json'))) await verifyPictures(work, card, model);
