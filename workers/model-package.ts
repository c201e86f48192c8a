import * as v from 'valibot';
import type { ModelIdentity } from '../src/analysis.ts';
import { Failure } from '../src/failure.ts';
import type { Card } from './card.ts';
import { sha256 } from './sha256.ts';

/** A package's files by their path in the card; `card.json` itself is not among them. */
export type PackageFiles = ReadonlyMap<string, ArrayBuffer>;

/** A model package whose files are there and are what the card says. */
export interface ModelPackage {
  readonly identity: ModelIdentity;
  readonly card: Card;
  readonly files: PackageFiles;
}

const modelFile = v.looseObject({
  modelTopology: v.looseObject({ node: v.array(v.looseObject({ name: v.string() })) }),
  weightsManifest: v.array(v.looseObject({ paths: v.array(v.string()), weights: v.array(v.unknown()) })),
});

/**
 * Checks every file's size and hash against the card.
 * @throws Failure `package-damaged` for a missing file, `package-hash` for one that is not as the card says.
 */
export async function checkPackage(card: Card, files: PackageFiles): Promise<ModelPackage> {
  for (const { path, bytes, sha256: expected } of card.files) {
    const file = fileOf(files, path);
    if (file.byteLength !== bytes) {
      throw new Failure('package-hash', `${path}: ${file.byteLength} bytes instead of ${bytes}`);
    }
    if ((await sha256(file)) !== expected) throw new Failure('package-hash', path);
  }
  requireGoldenSizes(card, files);
  const listed = new Set(card.files.map(({ path }) => path));
  const loose = weightPaths(readModelFile(files)).filter((path) => !listed.has(path));
  if (loose.length > 0) throw new Failure('package-damaged', `card.json lists no ${loose.join(', ')}`);
  const hash = await sha256(readWeights(files));
  return {
    card,
    files: new Map(card.files.map(({ path }) => [path, fileOf(files, path)])),
    identity: { name: card.name, version: card.version, sha256: hash },
  };
}

/** `model.json`, its parts checked as far as loading relies on them. */
export function readModelFile(files: PackageFiles): v.InferOutput<typeof modelFile> {
  const text = new TextDecoder().decode(fileOf(files, 'model.json'));
  try {
    return v.parse(modelFile, JSON.parse(text));
  } catch (thrown) {
    throw new Failure('package-damaged', `model.json: ${String(thrown)}`);
  }
}

/** All weight files in the manifest's order, as one. */
export function readWeights(files: PackageFiles): ArrayBuffer {
  const parts = weightPaths(readModelFile(files)).map((path) => fileOf(files, path));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const all = new Uint8Array(parts.reduce((total, part) => total + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(new Uint8Array(part), offset);
    offset += part.byteLength;
  }
  return all.buffer;
}

/** One file of a package. */
export function fileOf(files: PackageFiles, path: string): ArrayBuffer {
  const file = files.get(path);
  if (file === undefined) throw new Failure('package-damaged', `${path} is missing`);
  return file;
}

function weightPaths({ weightsManifest }: v.InferOutput<typeof modelFile>): string[] {
  return weightsManifest.flatMap(({ paths }) => paths);
}

function requireGoldenSizes({ golden, input }: Card, files: PackageFiles): void {
  for (const { input: path } of golden) {
    if (fileOf(files, path).byteLength !== input.width * input.height) {
      throw new Failure('package-damaged', `${path}: not ${input.width} × ${input.height} bytes`);
    }
  }
}
