import { unzlibSync } from 'fflate';
import * as v from 'valibot';
import type { Analysis } from '../analysis.ts';
import { analysis } from '../history/analysis-schema.ts';
import { decodeRecord } from '../history/record-json.ts';
import type { PreparedCase } from '../phantom/prepared-cases.ts';
import type { LayerView } from '../tissue/picture-layers.ts';
import type { PredictedLayers } from '../tissue/read-layers.ts';

const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096));
const identity = v.object({ name: v.string(), version: v.string(), sha256: v.string() });

/** Deflated cells with a zlib header, as base64. */
const layers = v.object({
  width: size,
  height: size,
  covers: v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() }),
  cells: v.string(),
  confidences: v.pipe(v.array(v.number()), v.readonly()),
});

const limb = v.object({
  kind: v.literal('limb'),
  model: identity,
  /** Of the analysed picture, in whose pixels the maps lie. */
  width: size,
  height: size,
  several: layers,
  fascia: layers,
});

const anAnalysis: v.GenericSchema<unknown, Analysis> = analysis;
const kidney = v.object({ kind: v.literal('kidney'), model: identity, analysis: anAnalysis });

const preparedFile = v.record(v.string(), v.variant('kind', [limb, kidney]));

/** What a model said of a prepared picture, as it stands in the file. */
export type PreparedEntry = v.InferOutput<typeof preparedFile>[string];

/** One map as it stands in the file. */
export type PackedLayers = v.InferOutput<typeof layers>;

/**
 * Reads public/demo/cases.json: predictions by case.
 * @throws ValiError or SyntaxError when it is not as it was written
 */
export function readPreparedFile(json: string): Readonly<Partial<Record<PreparedCase['id'], PreparedEntry>>> {
  return v.parse(preparedFile, decodeRecord(json));
}

/** The maps of a limb as the worker's answer would give them. */
export function unpackLimb({
  several,
  fascia,
}: Extract<PreparedEntry, { kind: 'limb' }>): Record<LayerView, PredictedLayers> {
  return { several: unpackLayers(several), fascia: unpackLayers(fascia) };
}

/** Base64 and zlib undone: bytes. */
export function unpackBytes(packed: string): Uint8Array {
  return unzlibSync(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)));
}

function unpackLayers({ cells, confidences, ...grid }: PackedLayers): PredictedLayers {
  return { map: { ...grid, cells: unpackBytes(cells) }, confidences };
}
