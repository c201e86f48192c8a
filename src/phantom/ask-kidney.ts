import { isUrine } from './collecting-system.ts';
import { type BeamPoint, type Echo, urineFinding } from './echo.ts';
import type { Kidney } from './kidney.ts';
import { lumpNoise } from './lump-noise.ts';
import { patchy } from './patchy.ts';
import { Region } from './region.ts';
import { setTissue } from './set-tissue.ts';

/** Thickness of the capsule's echo, cm (e-folding half width). */
const capsuleCm = 0.07;

/**
 * Fills the echo where the point lies in the kidney or its fat; false elsewhere. The shape is an ellipsoid of the
 * sampled length, width and thickness whose poles bend towards the hilum, with a notch there.
 */
export function askKidney(kidney: Kidney, point: BeamPoint, echo: Echo): boolean {
  const { centre, long, inward, flat, size } = kidney;
  const [px, py, pz] = [point.x - centre.x, point.y - centre.y, point.z - centre.z];
  const reach = size.lengthCm / 2 + 1.5;
  if (px * px + py * py + pz * pz > reach * reach) return false;
  const u = px * long.x + py * long.y + pz * long.z;
  const straight = px * inward.x + py * inward.y + pz * inward.z;
  const w = px * flat.x + py * flat.y + pz * flat.z;
  const [a, b, c] = [size.lengthCm / 2, size.widthCm / 2, size.thicknessCm / 2];
  const v = straight - kidney.bendCm * (u / a) ** 2;
  const [qx, qy, qz] = [u / a, v / b, w / c];
  const ripple = 0.015 * lumpNoise(u * 0.55 + kidney.grain, v * 0.55, w * 0.55);
  const f =
    Math.sqrt(qx * qx + qy * qy + qz * qz) + notchAt(kidney, qx, qy) * Math.exp(-4 * qz * qz) + ripple;
  const slope = Math.sqrt((qx / a) ** 2 + (qy / b) ** 2 + (qz / c) ** 2) + 1e-6;
  /** Distance inside the capsule, cm, to first order. */
  const insideCm = ((1 - f) * f) / slope;
  if (insideCm < -Math.max(kidney.fatCm, 2 * capsuleCm)) return askFindings(kidney, [u, straight, w], echo);
  if (insideCm < 0) setTissue(Region.perirenalFat, point, echo);
  else askInside(kidney, { u, v, w, qx, qy, qz, f, insideCm }, echo);
  if (Math.abs(insideCm) < 2.5 * capsuleCm) {
    const across =
      ((qx / a) * (long.x * point.dx + long.y * point.dy + long.z * point.dz) +
        (qy / b) * (inward.x * point.dx + inward.y * point.dy + inward.z * point.dz) +
        (qz / c) * (flat.x * point.dx + flat.y * point.dy + flat.z * point.dz)) /
      slope;
    const line = Math.exp(-((insideCm / capsuleCm) ** 2));
    echo.specular = kidney.capsuleEcho * patchy(point) * line * across ** 6;
    // Beams that graze the curved edge are bent aside: the fine lateral shadows of a kidney.
    echo.edgeDb = 5 * (1 - across * across) ** 6;
  }
  askFindings(kidney, [u, straight, w], echo);
  return true;
}

function notchAt(kidney: Kidney, qx: number, qy: number): number {
  return qy <= 0 ? 0 : kidney.notch * Math.exp(-6 * qx * qx) * Math.min(1, 2 * qy);
}

interface Inside {
  readonly u: number;
  readonly v: number;
  readonly w: number;
  readonly qx: number;
  readonly qy: number;
  readonly qz: number;
  readonly f: number;
  readonly insideCm: number;
}

function askInside(kidney: Kidney, at: Inside, echo: Echo): void {
  const { size, grain, collecting } = kidney;
  echo.attenuation = 0.58;
  echo.specular = 0;
  echo.edgeDb = 0;
  echo.finding = 0;
  if (collecting !== null && isUrine(collecting, [at.u, at.v, at.w]) && at.f < 0.985) {
    echo.region = Region.sinus;
    echo.finding = urineFinding;
    echo.backscatterDb = -50;
    echo.attenuation = 0.01;
    return;
  }
  if (isSinus(kidney, at)) {
    const clumps = lumpNoise(at.u * 2.6, at.v * 4.5 + grain, at.w * 2.6);
    const fine = lumpNoise(at.u * 8, at.v * 11 + grain, at.w * 8);
    // Vessels and calyces between the fat: winding dark threads where slow noise crosses nought.
    const thread = Math.abs(lumpNoise(at.u * 2.1 + grain, at.v * 2.6, at.w * 2.1 + 17)) < 0.09;
    echo.region = Region.sinus;
    echo.backscatterDb = (thread ? -8 : 4.6) + 7 * fine + 5 * Math.max(-1.8, Math.min(0.9, clumps + 0.2));
    return;
  }
  const texture = lumpNoise(at.u * 5 + grain, at.v * 5, at.w * 5);
  const pyramid = isMedulla(kidney, at);
  echo.region = pyramid ? Region.medulla : Region.cortex;
  echo.backscatterDb = size.cortexDb + (pyramid ? size.medullaDb : 0) + texture;
}

/** Fat, vessels and calyces in the middle: an ellipsoid with a ragged edge and a way out at the hilum. */
function isSinus(kidney: Kidney, { u, v, w, f }: Inside): boolean {
  const { size, grain } = kidney;
  const a = Math.max(0.4, size.lengthCm / 2 - size.parenchymaCm);
  const b = Math.max(0.25, size.widthCm / 2 - 1.05 * size.parenchymaCm);
  const c = Math.max(0.22, size.thicknessCm / 2 - 0.85 * size.parenchymaCm);
  const ragged =
    0.3 * lumpNoise(u * 1.6 + grain, v * 1.6, w * 1.6 + 7) + 0.12 * lumpNoise(u * 4, v * 4 + grain, w * 4);
  if ((u / a) ** 2 + ((v - 0.15 * b) / b) ** 2 + (w / c) ** 2 < (1 + ragged) ** 2) return true;
  return v > 0 && f < 0.97 && (u / (0.42 * a)) ** 2 + (w / (0.7 * c)) ** 2 < 1 + ragged;
}

/** Cones with their base at the cortex and their tip at the sinus; between them cortex reaches down (columns). */
function isMedulla(kidney: Kidney, { qx, qy, qz, f, insideCm }: Inside): boolean {
  const { size, pyramids, pyramidWidth } = kidney;
  const deep = (insideCm - size.cortexCm) / (size.parenchymaCm - size.cortexCm);
  if (deep < 0 || deep > 1.5) return false;
  // Rounded at the base; the tip is narrow because all angles meet in the middle.
  const width = pyramidWidth * (1 - 0.12 * deep) * Math.sqrt(Math.min(1, 0.4 + 4 * deep));
  const towardsPole = Math.asin(Math.max(-1, Math.min(1, qx / f)));
  const round = Math.atan2(qz, -qy);
  const shrink = 0.4 * Math.cos(towardsPole);
  for (let i = 0; i + 1 < pyramids.length; i += 2) {
    const across = towardsPole - (pyramids[i] ?? 0);
    const about = (round - (pyramids[i + 1] ?? 0)) * shrink;
    if (across * across + about * about < width * width) return true;
  }
  return false;
}

/** Stones, cysts and masses lie over whatever is there; true where one does. */
function askFindings(kidney: Kidney, at: readonly [number, number, number], echo: Echo): boolean {
  let found = false;
  for (let i = 0; i < kidney.findings.length; i += 1) {
    const finding = kidney.findings[i];
    if (finding === undefined) continue;
    const [a, b, c] = finding.halfAxesCm;
    const r = Math.hypot(
      (at[0] - finding.along) / a,
      (at[1] - finding.inward) / b,
      (at[2] - finding.flat) / c,
    );
    if (r >= 1) continue;
    found = true;
    if (echo.region === Region.none) echo.region = Region.perirenalFat;
    echo.finding = i + 1;
    echo.backscatterDb = finding.backscatterDb;
    echo.attenuation = { stone: 12, cyst: 0.01, mass: 0.6 }[finding.kind];
    echo.specular = finding.kind === 'stone' ? 9 : finding.kind === 'cyst' && r > 1 - 0.08 / a ? 0.8 : 0;
    if (finding.kind === 'mass') echo.backscatterDb += 2.5 * lumpNoise(at[0] * 4, at[1] * 4, at[2] * 4);
  }
  return found;
}
