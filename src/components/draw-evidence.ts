import type { Finding } from '../findings/finding.ts';
import type { Evidence } from '../findings/read-evidence.ts';
import type { Point } from '../pixels/sector.ts';
import { drawHeat } from './draw-map.ts';

/** A cell glows fully when it holds this many times its even share: a map of nothing must not look like one of something. */
const fullShare = 8;

/** Draws where a model looked for a finding. The context is in pixels of the analysed picture. */
export function drawEvidence(
  context: CanvasRenderingContext2D,
  { rows, columns, covers, shares }: Evidence,
  { finding, outline }: { readonly finding: Finding; readonly outline: readonly Point[] },
): void {
  const cells = [...(shares.get(finding) ?? [])];
  const peak = Math.max(fullShare / (rows * columns), ...cells);
  drawHeat(context, { rows, columns, covers, strengths: cells.map((share) => share / peak) }, outline);
}
