import { alignMachine, alignProbe } from '../../../src/phantom/align-probe.ts';
import type { Machine } from '../../../src/phantom/machine.ts';
import { type Phantom, type PhantomWish, samplePhantom } from '../../../src/phantom/phantom.ts';
import type { Probe } from '../../../src/phantom/probe.ts';
import { type Examination, type Rendering, renderPhantom } from '../../../src/phantom/render-phantom.ts';
import { type Truth, tellTruth } from '../../../src/phantom/tell-truth.ts';

/** What a test changes. */
export interface Change {
  readonly wish?: PhantomWish;
  readonly probe?: Partial<Probe>;
  readonly machine?: Partial<Machine>;
  readonly timeSeconds?: number;
  readonly side?: number;
}

/** A well held probe on an adult's kidney, but for what the test changes. */
export function examine(seed: number, change: Change = {}): { phantom: Phantom; how: Examination } {
  const phantom = samplePhantom(seed, { person: { ageYears: 40, egfr: 95, build: 0.2 }, ...change.wish });
  const how = { probe: alignProbe(phantom, change.probe), machine: alignMachine(phantom, change.machine) };
  return { phantom, how };
}

/** Its picture. */
export function picture(seed: number, change: Change = {}): Rendering {
  const { phantom, how } = examine(seed, change);
  const { side = 192, timeSeconds = 0 } = change;
  return renderPhantom(phantom, how, { width: side, height: side, timeSeconds });
}

/** Its picture's truth. */
export function truthOf(seed: number, change: Change = {}): { truth: Truth; rendering: Rendering } {
  const { phantom, how } = examine(seed, change);
  const rendering = picture(seed, change);
  return { truth: tellTruth(phantom, how, rendering), rendering };
}

/** Mean of the pixels where the mask is 1. */
export function meanWhere(data: Uint8Array, mask: Uint8Array): number {
  let [sum, count] = [0, 0];
  data.forEach((value, i) => {
    if (mask[i] !== 1) return;
    sum += value;
    count += 1;
  });
  return sum / count;
}
