import { alignMachine, alignProbe } from './align-probe.ts';
import { drawLimb, type Layered } from './draw-limb.ts';
import { samplePhantom } from './phantom.ts';
import { renderPhantom } from './render-phantom.ts';
import { truthMaps } from './truth-maps.ts';

/** A picture by a short recipe; the same for the same recipe. */
export type LayeredWish =
  /** `tendon` left out: the seed says. */
  | { readonly kind: 'limb'; readonly seed: number; readonly tendon?: boolean }
  /** A careful long view, but slid along the kidney by so much, and with so much gain too many. */
  | { readonly kind: 'kidney'; readonly seed: number; readonly slideCm?: number; readonly gainDb?: number };

/** Draws a limb or a kidney, and what lies at each pixel. */
export function drawLayered(wish: LayeredWish): Layered {
  if (wish.kind === 'limb') return drawLimb(wish.seed, 'tendon' in wish ? { tendon: wish.tendon } : {});
  const { seed, slideCm = 0, gainDb = 0 } = wish;
  const phantom = samplePhantom(seed);
  const good = alignProbe(phantom);
  const probe = {
    ...good,
    xCm: good.xCm + slideCm * Math.cos(good.rotation),
    yCm: good.yCm + slideCm * Math.sin(good.rotation),
  };
  const machine = alignMachine(phantom, { gainDb });
  const rendering = renderPhantom(phantom, { probe, machine }, { width: 640, height: 480 });
  const { width, height, regions } = truthMaps(rendering);
  return { picture: rendering.image, mask: { width, height, data: regions } };
}
