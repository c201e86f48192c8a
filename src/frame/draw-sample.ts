import type { Frame } from './frame.ts';
import { startPhantom } from './phantom-link.ts';
import { simulatedFrame } from './simulated-frame.ts';

/**
 * Has a simulated patient scanned in a worker of its own: another seed is another patient, hand and machine.
 * @throws Failure `worker-lost` or `timed-out`.
 */
export async function drawSample(seed: number, name: string): Promise<Frame> {
  const phantom = startPhantom();
  try {
    const sample = await phantom.ask('drawSample', { seed, width: 640, height: 480 });
    return await simulatedFrame(sample, name);
  } finally {
    phantom.end();
  }
}
