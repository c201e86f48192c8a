import type { Analysis } from '../analysis.ts';
import { type Failure, toFailure } from '../failure.ts';
import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import { decideVerdict } from '../feedback/verdict.ts';
import { axisOfOutline } from '../findings/axis-of-outline.ts';
import type { FindingReading } from '../findings/crop-reading.ts';
import { isUnlikeTraining, type PictureRefusal, refusePicture } from '../findings/refuse-picture.ts';
import type { Frame } from '../frame/frame.ts';
import type { Inference } from '../inference.ts';
import { outlinesInUse } from '../measure/outlines-in-use.ts';
import type { Screener } from '../screener.ts';

/** Why a picture of a person's own set tells nothing. */
export type OwnRefusal =
  | PictureRefusal
  | { readonly kind: 'unlike' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What came of one picture. */
export type OwnReading =
  | { readonly kind: 'read'; readonly readings: readonly FindingReading[] }
  | { readonly kind: 'refused'; readonly refusal: OwnRefusal };

/** What reading a picture takes. */
export interface OwnServices {
  readonly open: (file: File) => Promise<Pick<Frame, 'bitmap'>>;
  readonly analyse: Inference['analyse'];
  readonly screener: Pick<Screener, 'read'>;
}

/** How pictures are read: by which model, and whether those with faults of quality are. */
export interface OwnWish {
  readonly model: string;
  readonly withFaults: boolean;
}

/**
 * Reads one picture as the screen of findings would: the same gates, the crop round the outline, the same model.
 * @throws Failure of an engine or model that cannot answer at all
 */
export async function readOwnPicture(file: File, wish: OwnWish, services: OwnServices): Promise<OwnReading> {
  try {
    const { bitmap } = await services.open(file);
    try {
      return await readBitmap(bitmap, wish, services);
    } finally {
      bitmap.close();
    }
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (hopeless.has(failure.code)) throw failure;
    return { kind: 'refused', refusal: { kind: 'failed', failure } };
  }
}

/** No other picture would fare better. */
const hopeless: ReadonlySet<Failure['code']> = new Set([
  'model-missing',
  'backend-missing',
  'worker-lost',
  'timed-out',
  'package-hash',
  'package-golden',
]);

async function readBitmap(
  bitmap: ImageBitmap,
  { model, withFaults }: OwnWish,
  { analyse, screener }: OwnServices,
): Promise<OwnReading> {
  const copy = () => createImageBitmap(bitmap);
  const analysis = await analyse(copy);
  const refusal = refusePicture(decideVerdict(analysis.outcome));
  const { sector } = analysis.outcome;
  if (refusal !== null && !(refusal.kind === 'faults' && withFaults)) return { kind: 'refused', refusal };
  if (sector === null) throw new TypeError('a picture without a sector was not declined');
  const capsule = capsuleOf(analysis);
  const axis = capsule && axisOfOutline(capsule, analysis, sector);
  const { reading } = await screener.read(
    { copy, sector, capsule, axis },
    { findings: model, function: null },
  );
  const { readings, novelty } = reading.findings ?? { readings: [], novelty: null };
  if (isUnlikeTraining(novelty)) return { kind: 'refused', refusal: { kind: 'unlike' } };
  return { kind: 'read', readings };
}

function capsuleOf({ outcome }: Analysis) {
  return outlinesInUse(shownAnatomy(outcome))?.capsule.contours ?? null;
}
