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
