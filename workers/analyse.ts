import type { Analysis, Assessment, Declined } from '../src/analysis.ts';
import { findSector } from '../src/pixels/find-sector.ts';
import { fitModelInput } from '../src/pixels/fit-model-input.ts';
import type { GreyImage } from '../src/pixels/grey-image.ts';
import { isColourPhoto, isSingleColour } from '../src/pixels/read-colour.ts';
import { readMeters } from '../src/pixels/read-meters.ts';
import type { Task } from './graph-model.ts';
import type { AnalyseArgs } from './protocol.ts';
import { readAnatomy } from './read-anatomy.ts';
import { createPictureReader, type ReadPicture } from './read-picture.ts';
import { readLabels, readMap, readNovelty } from './read-quality.ts';
import { runModel } from './run-model.ts';
import type { Session } from './session.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';
import { viewGeometry } from './view-geometry.ts';

/** What every verdict needs; the outline costs as much again, and a fast live view may do without. */
const judging: readonly Task[] = ['quality', 'activation-map', 'novelty'];

/** Reads a picture, which is closed. */
export const readPicture = createPictureReader();

/**
 * The straight line from a picture to everything the worker knows about it. The picture is closed.
 * Coordinates are in pixels of the analysed picture, whose size is part of the result.
 */
export async function analyse(session: Session, { picture, withAnatomy }: AnalyseArgs): Promise<Analysis> {
  const watch = createStopwatch();
  const read = await watch.timeAsync('pixels', () => readPicture(picture));
  const image = read.grey;
  const { model, selfTest } = session.active;
  const tasks = withAnatomy ? [...judging, 'segmentation' as const] : judging;
  const outcome =
    watch.time('pixels', () => refuse(read)) ?? (await assess({ session, tasks }, image, watch));
  return {
    outcome,
    width: image.width,
    height: image.height,
    model: model.identity,
    backend: session.engine.backend,
    selfTest,
    timing: watch.read(),
  };
}

/** What needs no sector and no model to be seen. */
export function refuse({ grey, colour }: ReadPicture): Declined | null {
  if (isSingleColour(grey)) return { kind: 'declined', refusal: 'single-colour', sector: null };
  if (isColourPhoto(colour)) return { kind: 'declined', refusal: 'colour-photo', sector: null };
  return null;
}

async function assess(
  { session, tasks }: { readonly session: Session; readonly tasks: readonly Task[] },
  image: GreyImage,
  watch: Stopwatch,
): Promise<Assessment | Declined> {
  const sector = watch.time('sector', () => findSector(image));
  if (sector === null) return { kind: 'declined', refusal: 'no-sector', sector };
  const meters = watch.time('meters', () => readMeters(image, sector));
  const { model } = session.active;
  const { card } = model;
  const { grey, placement } = watch.time('pixels', () => fitModelInput(image, sector, viewGeometry(card)));
  const outputs = await watch.timeAsync('model', () => runModel(session, grey, { model, tasks }));
  const labels = readLabels(card, outputs);
  const novelty = readNovelty(card, outputs);
  if (novelty > 1) return { kind: 'declined', refusal: 'not-ultrasound', sector };
  const map = readMap(card, outputs, placement);
  const around = { placement, sector, shadows: meters.shadows };
  const anatomy = watch.time('outline', () => readAnatomy(card, outputs, around));
  return {
    kind: 'assessed',
    labels,
    map,
    sector,
    meters,
    novelty,
    ...(anatomy !== undefined && { anatomy }),
  };
}
