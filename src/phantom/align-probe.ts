import type { Machine } from './machine.ts';
import { setMachine } from './machine.ts';
import type { Phantom } from './phantom.ts';
import { holdProbe, type Probe } from './probe.ts';

/** How a careful hand holds a probe for a long-axis picture of this kidney: over its middle, along its axis. */
export function alignProbe({ scene }: Phantom, change: Partial<Probe> = {}): Probe {
  const { kidney } = scene;
  if (kidney === null) return holdProbe(change);
  const rotation = Math.atan2(kidney.long.y, kidney.long.x);
  return holdProbe({ rotation, xCm: kidney.centre.x, yCm: kidney.centre.y, ...change });
}

/** Depth and focus for this kidney: it lies a little above the middle of the picture. */
export function alignMachine({ scene }: Phantom, change: Partial<Machine> = {}): Machine {
  const { kidney } = scene;
  if (kidney === null) return setMachine(change);
  const depthCm = Math.max(1.9 * kidney.centre.z, 1.05 * kidney.size.lengthCm);
  return setMachine({ depthCm: Math.min(22, Math.max(7, depthCm)), focusCm: kidney.centre.z, ...change });
}
