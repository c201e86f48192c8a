import type { Analysis, Backend, ModelIdentity, SelfTest } from '../src/analysis.ts';
import type { Facts, FailureCode } from '../src/failure.ts';
import type { LayeredWish } from '../src/phantom/draw-layered.ts';
import type { OverlayWish } from '../src/phantom/draw-overlays.ts';
import type { Finding } from '../src/phantom/finding.ts';
import type { Machine } from '../src/phantom/machine.ts';
import type { Person } from '../src/phantom/person.ts';
import type { PhantomWish } from '../src/phantom/phantom.ts';
import type { Probe } from '../src/phantom/probe.ts';
import type { FrameWish } from '../src/phantom/render-phantom.ts';
import type { Truth } from '../src/phantom/tell-truth.ts';
import type { Point } from '../src/pixels/sector.ts';
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
  /** Whether it judges whole views, so that it can be made the one that answers `analyse`. */
  readonly judgesViews: boolean;
  /** Whether this is the model that answers `analyse`. */
  readonly active: boolean;
  /** False when the device has no room or blocks storage: the model answers until the app is closed. */
  readonly stored: boolean;
}

/** What can be asked of the inference worker. */
export interface Requests {
  /** Climbs the backend ladder, installs the shipped model when needed, warms it up. */
  start: { args: StartOptions; result: Engine };
  /** The picture is transferred, never copied. */
  analyse: { args: AnalyseArgs; result: Analysis };
  /** Reads the layers of a limb; the picture is transferred. A shipped model is fetched with the first one. */
  analyseTissue: { args: TissueArgs; result: TissueReading };
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

/** What can be asked of the phantom worker. */
export interface PhantomRequests {
  /** A patient, a hand and a machine, all drawn by the seed. */
  drawSample: { args: SampleRequest; result: Sample };
  /** A limb or a kidney from a short recipe, with the `Region` at each pixel. */
  drawLayered: { args: LayeredWish; result: Pick<Sample, 'pixels'> & { readonly regions: Uint8Array } };
  /** This patient, with the probe and the machine as the page says. */
  scan: { args: ScanRequest; result: Scan };
}

export interface SampleRequest {
  readonly seed: number;
  readonly width: number;
  readonly height: number;
}

/** RGBA pixels, opaque, and how long one is across and down. */
export interface Sample {
  readonly pixels: ImageData;
  readonly cmPerPixel: number;
}

/** One picture of the virtual patient. */
export interface ScanRequest {
  readonly seed: number;
  readonly wish: PhantomWish;
  readonly probe: Probe;
  readonly machine: Machine;
  readonly frame: FrameWish;
  /** What the machine writes over the picture; calipers stand on the poles. */
  readonly overlays: Omit<OverlayWish, 'calipers'> & { readonly calipers: boolean };
  /** The truth takes about as long as the picture: asked for only while it is shown. */
  readonly withTruth: boolean;
}

/** The picture, and what the page must know about the patient to show and to aim. */
export interface Scan extends Sample {
  readonly person: Person;
  /** How a careful hand would hold probe and machine. */
  readonly aim: { readonly probe: Probe; readonly machine: Machine };
  readonly truth: ScanTruth | null;
}

/** What is known about a picture, in plain data. */
export interface ScanTruth extends Omit<Truth, 'mask'> {
  /** Kinds in the order of the numbers in `maps.findings`. */
  readonly findingKinds: readonly Finding['kind'][];
  /** The kidney's outline, in pixels of the maps. */
  readonly capsule: readonly (readonly Point[])[];
}
