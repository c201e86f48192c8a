import { computed, signal } from '@preact/signals';
import { calibrateByDepth } from './measure/calibrate-by-depth.ts';
import { calibrateByRuler } from './measure/calibrate-by-ruler.ts';
import { calibrateByTicks } from './measure/calibrate-by-ticks.ts';
import type { CalibrationOutcome } from './measure/calibration-outcome.ts';
import type { ScaledPicture } from './measure/check-calibration.ts';
import { depthLine } from './measure/depth-line.ts';
import { type DepthTicks, findDepthTicks } from './measure/find-depth-ticks.ts';
import { greatestDiameter, lengthOf } from './measure/greatest-diameter.ts';
import type { Line } from './measure/measurement.ts';
import { scaleOf, toPlane } from './measure/picture-scale.ts';
import type { GreyImage } from './pixels/grey-image.ts';
import type { Point } from './pixels/sector.ts';

/** How a person sets the scale. */
export type ScaleMethod = 'ruler' | 'depth' | 'ticks';

/** A scale that is being set, before it is agreed to. */
export class ScaleDraft {
  readonly method = signal<ScaleMethod>('ruler');
  /** Two marks on the machine's ruler, in pixels of the analysed picture. */
  readonly ruler = signal<Line | null>(null);
  /** Undefined while the field is empty or holds no length. */
  readonly rulerCm = signal<number | undefined>(undefined);
  readonly depthCm = signal<number | undefined>(undefined);
  /** Undefined until they were looked for. */
  readonly ticks = signal<DepthTicks | null | undefined>(undefined);
  readonly tickCm = signal<number | null>(null);
  /** What the method in hand gives so far; null while something is missing. */
  readonly outcome = computed(() => this.calibrate());
  /** What would follow from it, for a person to see whether it can be; null while there is none. */
  readonly consequences = computed(() => this.follow());
  /** The line along which the depth is meant. */
  readonly depthLine: Line | null;

  constructor(
    private readonly picture: ScaledPicture,
    private readonly grey: () => GreyImage,
  ) {
    this.depthLine = picture.sector && depthLine(picture.sector);
  }

  /** Chooses a way; ticks are looked for when they are first asked for. */
  choose(method: ScaleMethod): void {
    this.method.value = method;
    if (method !== 'ticks' || this.ticks.peek() !== undefined) return;
    const { sector } = this.picture;
    const found = sector && findDepthTicks(this.grey(), sector);
    this.ticks.value = found;
    this.tickCm.value = found?.proposals[0] ?? null;
  }

  moveRuler(end: 'from' | 'to', to: Point): void {
    const ruler = this.ruler.peek();
    if (ruler) this.ruler.value = { ...ruler, [end]: to };
  }

  private follow() {
    const outcome = this.outcome.value;
    if (outcome?.kind !== 'calibrated') return null;
    const { analysed, opened, capsule } = this.picture;
    const scale = scaleOf(outcome.calibration, analysed, opened);
    const measure = ({ from, to }: Line): number =>
      lengthOf({ from: toPlane(scale, from), to: toPlane(scale, to) });
    return {
      uncertainty: scale.uncertainty,
      depthCm: this.depthLine && measure(this.depthLine),
      kidneyCm: capsule ? lengthOf(greatestDiameter(capsule.map((point) => toPlane(scale, point)))) : null,
    };
  }

  private calibrate(): CalibrationOutcome | null {
    const { picture } = this;
    const [ruler, cm, depthCm] = [this.ruler.value, this.rulerCm.value, this.depthCm.value];
    const [ticks, tickCm] = [this.ticks.value, this.tickCm.value];
    switch (this.method.value) {
      case 'ruler':
        return ruler && cm !== undefined ? calibrateByRuler({ ...ruler, cm }, picture) : null;
      case 'depth':
        return depthCm === undefined ? null : calibrateByDepth({ depthCm }, picture);
      case 'ticks':
        return ticks && tickCm !== null ? calibrateByTicks({ ticks, cm: tickCm }, picture) : null;
    }
  }
}
