import { findSector } from '../src/pixels/find-sector.ts';
import { fitModelInput } from '../src/pixels/fit-model-input.ts';
import type { TissueRead, TissueReading } from '../src/tissue/tissue-reading.ts';
import { readPicture, refuse } from './analyse.ts';
import type { LoadedModel } from './graph-model.ts';
import { loadNamed } from './open-model.ts';
import type { TissueArgs } from './protocol.ts';
import { valuesOf } from './read-outputs.ts';
import { readNovelty } from './read-quality.ts';
import { runModel } from './run-model.ts';
import type { Session } from './session.ts';
import { createStopwatch } from './stopwatch.ts';
import { inputGeometry } from './view-geometry.ts';

/**
 * Reads the layers of one picture with the tissue model of that name, which is loaded with the first picture and kept.
 * The logits cross as they are: the page softens, enlarges and compares them.
 * @throws Failure `model-missing`, `package-task` for a model that draws no layers, or why its package does not hold.
 */
export async function analyseTissue(session: Session, { picture, name }: TissueArgs): Promise<TissueReading> {
  const model = await loadNamed(session, { name, jobs: ['tissue'] });
  return readTissue(session, { picture, model });
}

/** Reads one picture with a loaded model. The picture is closed. */
export async function readTissue(
  session: Pick<Session, 'engine' | 'lost'>,
  { picture, model }: Pick<TissueArgs, 'picture'> & { readonly model: LoadedModel },
): Promise<TissueReading> {
  const watch = createStopwatch();
  const { card, identity } = model;
  const read = await watch.timeAsync('pixels', () => readPicture(picture));
  const { width, height } = read.grey;
  const look = async (): Promise<TissueReading['outcome']> => {
    const refused = refuse(read);
    if (refused !== null) return refused;
    const sector = watch.time('sector', () => findSector(read.grey));
    if (sector === null) return { kind: 'declined', refusal: 'no-sector', sector };
    const { grey, placement } = watch.time('pixels', () =>
      fitModelInput(read.grey, sector, inputGeometry(card, ['tissue'])),
    );
    const tasks = ['tissue', 'novelty'] as const;
    const outputs = await watch.timeAsync('model', () => runModel(session, grey, { model, tasks }));
    if (readNovelty(card, outputs) > 1) return { kind: 'declined', refusal: 'not-ultrasound', sector };
    const maps = card.outputs.flatMap((output): TissueRead['outputs'] =>
      output.task === 'tissue' ? [{ ...output, ...valuesOf(outputs, output.tensor) }] : [],
    );
    return { kind: 'read', sector, placement, input: card.input, outputs: maps };
  };
  const outcome = await look();
  return { outcome, width, height, model: identity, backend: session.engine.backend, timing: watch.read() };
}
