import { computed, signal } from '@preact/signals';
import type { Picture } from '../../workers/protocol.ts';
import type { Refusal, Timing } from '../analysis.ts';
import { type Failure, toFailure } from '../failure.ts';
import type { Inference } from '../inference.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import { fitToGrid, type LayerMap, type MapGrid } from '../tissue/layer-map.ts';
import type { MaskMeaning } from '../tissue/mask-values.ts';
import {
  type LayerView,
  type LimbLayers,
  type LimbTruth,
  readLimb,
  truthOfRegions,
} from '../tissue/picture-layers.ts';
import type { TissueReading } from '../tissue/tissue-reading.ts';
import { type LimbMask, takeMask, truthOf } from './limb-mask.ts';

/** A picture of a limb, however it came. */
export interface LimbPicture {
  readonly bitmap: ImageBitmap;
  readonly name: string;
  /** What lies at each pixel of a simulated picture; null where nobody knows. */
  readonly regions: GreyImage | null;
}

/** A picture whose layers were read. */
export interface ReadPicture {
  readonly picture: LimbPicture;
  readonly size: Pick<TissueReading, 'width' | 'height'>;
  readonly layers: LimbLayers;
  readonly timing: Timing;
}

/** What the screen shows; impossible states do not exist. */
export type TissuePhase =
  | { readonly name: 'empty' }
  | { readonly name: 'working'; readonly step: 'opening' | 'simulating' | 'reading' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'refused'; readonly refusal: Refusal; readonly picture: LimbPicture }
  | ({ readonly name: 'read' } & ReadPicture);

/** The tissue model that came with the app. */
export const shippedTissue = 'tissue-layers';

/** One picture of a limb at a time, from the file to its layers. */
export class TissueModel {
  readonly phase = signal<TissuePhase>({ name: 'empty' });
  readonly view = signal<LayerView>('several');
  /** How much of the picture the colours hide, per cent. */
  readonly opacity = signal(45);
  /** Of the models, the one that reads. */
  readonly chosen = signal(shippedTissue);
  readonly mask = signal<LimbMask | null>(null);
  readonly maskFailure = signal<Failure | null>(null);
  /** What is known of the shown picture, by view. */
  readonly truth = computed<LimbTruth | null>(() => {
    const phase = this.phase.value;
    return phase.name === 'read' ? findTruth(phase, this.mask.value) : null;
  });
  private picture: LimbPicture | null = null;
  private latest = 0;

  constructor(private readonly inference: Pick<Inference, 'analyseTissue'>) {}

  /** Opens a picture and reads it; what is asked for later wins. */
  async show(step: 'opening' | 'simulating', open: () => Promise<LimbPicture>): Promise<void> {
    const number = this.begin(step);
    this.mask.value = null;
    this.maskFailure.value = null;
    await this.finish(number, async () => {
      const picture = await open();
      if (number !== this.latest) return picture.bitmap.close();
      this.picture?.bitmap.close();
      this.picture = picture;
      await this.read(number, picture);
    });
  }

  /** Reads the shown picture with another model. */
  async choose(name: string): Promise<void> {
    this.chosen.value = name;
    const { picture } = this;
    if (picture === null) return;
    const number = this.begin('reading');
    await this.finish(number, () => this.read(number, picture));
  }

  /** Takes a mask as the truth of the shown picture; one that cannot be read is said, and changes nothing. */
  async openMask(open: () => Promise<GreyImage>): Promise<void> {
    const phase = this.phase.value;
    if (phase.name !== 'read') return;
    this.maskFailure.value = null;
    try {
      this.mask.value = takeMask(await open(), phase.picture.bitmap);
    } catch (error) {
      this.maskFailure.value = toFailure(error);
    }
  }

  /** Says what a value of the mask means. */
  mean(value: number, meaning: MaskMeaning): void {
    const mask = this.mask.value;
    if (mask !== null) this.mask.value = { ...mask, meanings: new Map([...mask.meanings, [value, meaning]]) };
  }

  /** Frees the picture; the model is of no use afterwards. */
  end(): void {
    this.latest++;
    this.picture?.bitmap.close();
    this.picture = null;
  }

  private begin(step: 'opening' | 'simulating' | 'reading'): number {
    this.phase.value = { name: 'working', step };
    return ++this.latest;
  }

  private async finish(number: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (number === this.latest) this.phase.value = { name: 'failed', failure: toFailure(error) };
    }
  }

  private async read(number: number, picture: LimbPicture): Promise<void> {
    this.phase.value = { name: 'working', step: 'reading' };
    const copy = (): Promise<Picture> => createImageBitmap(picture.bitmap);
    const { outcome, width, height, timing } = await this.inference.analyseTissue(copy, this.chosen.value);
    if (number !== this.latest) return;
    this.phase.value =
      outcome.kind === 'declined'
        ? { name: 'refused', refusal: outcome.refusal, picture }
        : { name: 'read', picture, size: { width, height }, layers: readLimb(outcome), timing };
  }
}

function findTruth({ picture, size, layers }: ReadPicture, mask: LimbMask | null): LimbTruth | null {
  const grid: MapGrid | undefined = gridOf(layers);
  if (grid === undefined) return null;
  if (mask !== null) return truthOf(mask, size, grid);
  return picture.regions && truthOfRegions(fitToGrid(picture.regions, size, grid), grid);
}

function gridOf({ several, fascia }: LimbLayers): LayerMap | undefined {
  return (several ?? fascia)?.map;
}
