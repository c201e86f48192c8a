import { askScene } from './ask-scene.ts';
import { beamOfPixel } from './beam-grid.ts';
import { type BeamPoint, emptyEcho } from './echo.ts';
import type { Rendering } from './render-phantom.ts';

/** What lies at each pixel of a picture. */
export interface TruthMaps {
  readonly width: number;
  readonly height: number;
  /** Region by pixel (`Region`); 0 outside the sector. */
  readonly regions: Uint8Array;
  /** Number of the finding by pixel, from 1 in the kidney's list; 255 is urine; 0 none. */
  readonly findings: Uint8Array;
}

/** Asks the scene at each pixel's centre: exact, not the beams' coarser grid. */
export function truthMaps({ grid, plane, scene }: Rendering): TruthMaps {
  const { width, height, cmPerPixel, middle, faceRow } = grid.layout;
  const regions = new Uint8Array(width * height);
  const findings = new Uint8Array(width * height);
  const echo = emptyEcho();
  const { origin, lateral: l, axial: a } = plane;
  const point: BeamPoint = { x: 0, y: 0, z: 0, dx: a.x, dy: a.y, dz: a.z, depthCm: 0 };
  for (let i = 0; i < regions.length; i += 1) {
    const [column, row] = [i % width, Math.floor(i / width)];
    const [across, depth] = beamOfPixel(grid, column, row);
    if (Number.isNaN(across)) continue;
    const lateral = (column + 0.5 - middle) * cmPerPixel;
    const axial = (row + 0.5 - faceRow) * cmPerPixel;
    point.x = origin.x + lateral * l.x + axial * a.x;
    point.y = origin.y + lateral * l.y + axial * a.y;
    point.z = origin.z + lateral * l.z + axial * a.z;
    point.depthCm = grid.halfAngle > 0 ? depth : axial;
    askScene(scene, point, echo);
    regions[i] = echo.region;
    findings[i] = echo.finding;
  }
  return { width, height, regions, findings };
}
