import type { Analysis, Backend, ModelIdentity, SelfTest } from '../src/analysis.ts';
import type { Facts, FailureCode } from '../src/failure.ts';
import type { TissueReading } from '../src/tissue/tissue-reading.ts';
import type { Card } from './card.ts';

/** Which inference engine answered, and how it came to be chosen. */
export interface Engine {
  readonly backend: Backend;
  /** Number of WASM threads; 1 where threads do not apply. */
  readonly threads: number;
  /** The adapter's own name, or null where there is no GPU. */
  readonly adapter: string | null;
  /** Rungs that were tried before and why each was left. */
  readonly rejected: readonly { readonly backend: Backend; readonly reason: string }[];
  readonly selfTest: SelfTest;
  /** Why a newer shipped model could not be installed; absent when there was none or it was. */
  readonly updateFailure?: FailureMessage;
}

/** A model package on this device. */
export interface InstalledModel {
  readonly identity: ModelIdentity;
  readonly card: Card;
  readonly installedAt: number;
  readonly origin: 'shipped' | 'imported';
  /** The version kept from before, to return to; null when there is none. */
  readonly previous: ModelIdentity | null;
  /** What the app can ask of it. */
  readonly jobs: readonly ModelJob[];
  /** Whether this is the model that answers `analyse`. */
  readonly active: boolean;
  /** False when the device has no room or blocks storage: the model answers until the app is closed. */
  readonly stored: boolean;
}

/** What a model can do here: judge whole views, read the layers of a limb, screen for findings, estimate function. */
export type ModelJob = 'views' | 'tissue' | 'findings' | 'function';

/** What can be asked of the inference worker. */
export interface Requests {
  /** Climbs the backend ladder, installs the shipped model when needed, warms it up. */
  start: { args: StartOptions; result: Engine };
  /** The picture is transferred, never copied. */
  analyse: { args: AnalyseArgs; result: Analysis };
  /** Reads the layers of a limb; the picture is transferred. A shipped model is fetched with the first one. */
  analyseTissue: { args: TissueArgs; result: TissueReading };
  /** Loads a model of findings or function, which is fetched at first when the app came with it. */
  openModel: { args: { readonly name: string }; result: OpenedModel };
  /** Runs such a model on grey bytes, `height × width`, as the crop worker gives them. */
  runModel: { args: RunArgs; result: ModelRun };
  /** Installs the shipped packages that are not on the shelf yet; the result is why one could not be, or null. */
  installShipped: { args: null; result: FailureMessage | null };
  listModels: { args: null; result: readonly InstalledModel[] };
  /** A zipped model package. Stored only after its hashes and golden outputs hold. */
  importModel: { args: { readonly zip: ArrayBuffer }; result: InstalledModel };
  /** Makes another installed model the one that answers `analyse`. */
  activateModel: { args: { readonly name: string }; result: InstalledModel };
  /** Goes back to the version before. */
  revertModel: { args: { readonly name: string }; result: InstalledModel };
  /** Removes an imported model; the shipped one stays. */
  removeModel: { args: { readonly name: string }; result: null };
  readMemory: { args: null; result: TensorMemory };
}

/** What TensorFlow.js holds; both figures stay flat from picture to picture. */
export interface TensorMemory {
  readonly tensors: number;
  readonly bytes: number;
}

/** A picture on its way to a worker, which closes it; pixels where bitmaps do not cross (older Safari). */
export type Picture = ImageBitmap | ImageData | VideoFrame;

/** One picture, and how much of it is wanted: a live view may leave the outline out. */
export interface AnalyseArgs {
  readonly picture: Picture;
  readonly withAnatomy: boolean;
}

/** One picture, and the name of the model that is to read its layers. */
export interface TissueArgs {
  readonly picture: Picture;
  readonly name: string;
}

/** A model that is ready to be run. */
export interface OpenedModel {
  readonly identity: ModelIdentity;
  readonly card: Card;
  /** JSON of its boosted trees, which the page evaluates; null for a model without. */
  readonly trees: string | null;
}

/** Grey bytes for the model of that name; the buffer is transferred. */
export interface RunArgs {
  readonly name: string;
  readonly grey: Uint8Array<ArrayBuffer>;
}

/** All outputs of a model for one input. */
export interface ModelRun {
  readonly identity: ModelIdentity;
  /** By tensor name. */
  readonly outputs: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;
  readonly backend: Backend;
  /** Milliseconds in the worker. */
  readonly tookMs: number;
}

/** How the worker is to start. */
export interface StartOptions {
  /** Where the shipped model packages lie, with a trailing slash. */
  readonly modelsUrl: string;
  /** Rungs to leave out: set by the page after one failed, or by a person in a test or diagnosis. */
  readonly without: readonly Backend[];
  /** Takes a WebGPU adapter that is software too; such an adapter is far slower than WASM. For tests. */
  readonly allowSoftwareGpu?: boolean;
}

/** What can be asked of one kind of worker: for each question, what it is given and what comes of it. */
export type Contract<C> = { readonly [K in keyof C]: { readonly args: unknown; readonly result: unknown } };

/** A worker's answers to a contract. */
export type HandlersOf<C extends Contract<C>> = {
  readonly [K in keyof C]: (args: C[K]['args']) => Promise<C[K]['result']>;
};

export type RequestKind = keyof Requests;
export type Args<K extends RequestKind> = Requests[K]['args'];
export type Result<K extends RequestKind> = Requests[K]['result'];
export type Handlers = HandlersOf<Requests>;

/** What the page posts. */
export interface Request {
  readonly id: number;
  readonly kind: string;
  readonly args: unknown;
}

/** A throw, on its way through `postMessage`. */
export interface FailureMessage {
  readonly code: FailureCode;
  readonly detail: string;
  readonly facts?: Facts;
}

/** What the worker posts back. */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: FailureMessage };

/** What the worker is busy with before it can answer. */
export type StartStep = 'backend' | 'download' | 'check' | 'warm-up' | 'ready';

/** Unasked news from the worker. */
export type News =
  | { readonly news: 'progress'; readonly step: StartStep; readonly done: number; readonly total: number }
  /** A model that one question needs is on its way: no start of the worker. */
  | {
      readonly news: 'model-progress';
      readonly step: StartStep;
      readonly done: number;
      readonly total: number;
    }
  | { readonly news: 'device-lost'; readonly reason: string };
