import type { GreyImage } from '../pixels/grey-image.ts';
import { drawOverlays } from './draw-overlays.ts';
import { setMachine } from './machine.ts';
import { type PhantomWish, samplePhantom } from './phantom.ts';
import { holdProbe, probeModels } from './probe.ts';
import { type Random, seededRandom } from './random.ts';
import { renderPhantom } from './render-phantom.ts';
import { truthMaps } from './truth-maps.ts';

/** A picture and, pixel by pixel, what lies there: a mask of a reader or regions of the phantom. */
export interface Layered {
  readonly picture: GreyImage;
  readonly mask: GreyImage;
}

/**
 * A simulated limb under a linear probe, with any sensible setting of the machine; the same for the same seed. Six in
 * ten show a tendon when none is wished for.
 */
export function drawLimb(seed: number, wish: Pick<PhantomWish, 'tendon'> = {}): Layered {
  const random = seededRandom(seed ^ 0x7155_0e1a);
  const phantom = samplePhantom(seed, { organ: 'muscle', ...wish });
  const side = () => Math.round(random.between(300, 420));
  const depthCm = random.between(2.6, 6.5);
  const lifted = random.chance(0.2) ? random.between(0.05, 0.3) : 0;
  const probe = holdProbe({
    model: { ...probeModels.linear, halfWidthCm: random.between(1.9, 3) },
    xCm: random.normal(0, 1),
    yCm: random.normal(0, 0.4),
    rotation: random.chance(0.75) ? random.normal(0, 0.1) : random.between(-1.57, 1.57),
    tilt: random.normal(0, 0.07),
    rock: random.normal(0, 0.05),
    liftedRight: lifted,
  });
  const machine = drawMachine(random, depthCm);
  const rendering = renderPhantom(phantom, { probe, machine }, { width: side(), height: side() });
  const { width, height, regions } = truthMaps(rendering);
  const picture = drawOverlays(rendering, {
    seed,
    ruler: random.chance(0.5),
    greyBar: random.chance(0.5),
    textRows: random.chance(0.3) ? 2 : 0,
  });
  return { picture, mask: { width, height, data: regions } };
}

function drawMachine(random: Random, depthCm: number) {
  return setMachine({
    depthCm,
    focusCm: random.between(0.3, 0.8) * depthCm,
    gainDb: random.normal(0, 4),
    tgcDb: Array.from({ length: 8 }, () => random.normal(0, 1.5)),
    dynamicRangeDb: random.between(46, 76),
    frequencyMhz: random.between(7, 13),
    looks: random.pick([1, 2, 3, 5]),
    smoothing: random.pick([0, 1, 1, 2]),
    noiseDb: random.between(-70, -58),
  });
}
