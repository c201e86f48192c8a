import { drawExample, type Example } from '../src/phantom/draw-example.ts';
import { drawMishaps } from '../src/phantom/draw-mishaps.ts';
import { seededRandom } from '../src/phantom/random.ts';

/** A simulated picture of a whole kidney whose border can be seen. */
export interface VisibleKidney extends Pick<Example, 'image' | 'truth' | 'labels'> {
  readonly seed: number;
}

/** As large as the sample pictures are analysed. */
const size = { width: 512, height: 384 };

/**
 * Simulated pictures with visible borders, seed by seed: nothing went wrong in the making but that the probe may be
 * turned, and what came out shows a kidney of which 98 % or more is in the sector, with neither shadow, blur nor
 * wrong gain by the limits of training/README.md. Half have a finding, as all examples.
 */
export function* visibleKidneys(firstSeed: number): Generator<VisibleKidney> {
  for (let seed = firstSeed; ; seed++) {
    // As in drawExample: what is meant to go wrong is known before anything is drawn.
    const mishaps = drawMishaps(seededRandom(seed ^ 0x5bd1_e995));
    if (mishaps.some((mishap) => mishap !== 'turn')) continue;
    const { image, truth, labels } = drawExample(seed, size);
    const { labels: faults, causes } = truth.quality;
    const isClear = faults.wrong === false && faults.artefact === false && faults.gain === false;
    if (isClear && causes.kidney !== null && causes.kidney.cutShare <= 0.02)
      yield { seed, image, truth, labels };
  }
}
