import { alignMachine, alignProbe } from '../src/phantom/align-probe.ts';
import { drawOverlays } from '../src/phantom/draw-overlays.ts';
import { type Phantom, samplePhantom } from '../src/phantom/phantom.ts';
import { polePoints } from '../src/phantom/pole-points.ts';
import { type Rendering, renderPhantom } from '../src/phantom/render-phantom.ts';
import { tellTruth } from '../src/phantom/tell-truth.ts';
import { halveRendering } from './halve-rendering.ts';
import { outlineCapsule } from './outline-capsule.ts';
import { paintGrey } from './paint-grey.ts';
import type { Scan, ScanRequest, ScanTruth } from './phantom-protocol.ts';

/** Renders the virtual patient as asked, and tells the truth about the picture where it is wanted. */
export function scanPatient(request: ScanRequest): Scan {
  const { probe, machine, frame, withTruth } = request;
  const phantom = recallPhantom(request);
  const rendering = renderPhantom(phantom, { probe, machine }, frame);
  return {
    pixels: paintGrey(withOverlays(rendering, request)),
    cmPerPixel: rendering.grid.layout.cmPerPixel,
    person: phantom.person,
    aim: { probe: alignProbe(phantom), machine: alignMachine(phantom) },
    truth: withTruth ? truthOf(phantom, request, rendering) : null,
  };
}

let recalled: { readonly key: string; readonly phantom: Phantom } | null = null;

/** The patient stays the same from picture to picture; only another one has to be drawn. */
function recallPhantom({ seed, wish }: ScanRequest): Phantom {
  const key = JSON.stringify([seed, wish]);
  if (recalled?.key !== key) recalled = { key, phantom: samplePhantom(seed, wish) };
  return recalled.phantom;
}

function withOverlays(rendering: Rendering, { overlays }: ScanRequest): Rendering['image'] {
  const { calipers, ...wish } = overlays;
  const poles = calipers ? polePoints(rendering) : null;
  return drawOverlays(rendering, poles === null ? wish : { ...wish, calipers: poles });
}

/** At half the picture's size, a quarter of the work: the colours lie over the picture, they do not measure it. */
function truthOf(phantom: Phantom, { probe, machine }: ScanRequest, rendering: Rendering): ScanTruth {
  const told = tellTruth(phantom, { probe, machine }, halveRendering(rendering));
  const { mask: _, ...truth } = told;
  const findingKinds = (phantom.scene.kidney?.findings ?? []).map(({ kind }) => kind);
  const { cmPerPixel } = rendering.grid.layout;
  return { ...truth, cmPerPixel, findingKinds, capsule: outlineCapsule(told) };
}
