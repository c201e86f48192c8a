import { type ReadonlySignal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { joinOverlaps } from '../contour/join-overlaps.ts';
import { ContourModel } from '../contour-model.ts';
import { type Failure, toFailure } from '../failure.ts';
import type { Additions, EditedOutline } from '../history/additions.ts';
import type { Examination } from '../history/examination.ts';
import { editsOf, shapesOf, shownOutlines } from '../outline-edits.ts';
import type { Records } from '../records.ts';

/** Whether the newest stroke is on the device. */
export type Saving =
  | { readonly name: 'untouched' | 'saving' | 'saved' }
  | { readonly name: 'failed'; readonly failure: Failure };

interface OutlineEdits {
  readonly model: ContourModel;
  readonly saving: ReadonlySignal<Saving>;
  /** Closes a line that is open, and resolves when all that was drawn is written or could not be. */
  readonly finish: () => Promise<void>;
}

/** A record's outlines in the editor; every change is written at once, the newest last. */
export function useOutlineEdits(records: Records, examination: Examination): OutlineEdits {
  return useMemo(() => {
    const saving = signal<Saving>({ name: 'untouched' });
    let newest = 0;
    let written: Promise<unknown> = Promise.resolve();
    const save = async (outlines: readonly EditedOutline[]): Promise<void> => {
      const number = ++newest;
      saving.value = { name: 'saving' };
      const after = await amend(records, examination.id, outlines);
      if (number === newest) saving.value = after;
    };
    const model = new ContourModel({
      shapes: shapesOf(shownOutlines(examination)),
      label: 'capsule',
      // Where two contours of a structure overlap, an even number of lines would mean a hole.
      onChange: (shapes) => {
        written = Promise.all([written, save(editsOf(joinOverlaps(shapes), examination))]);
      },
    });
    const finish = async (): Promise<void> => {
      model.closeLine();
      await written;
      // There may be room by now.
      if (saving.peek().name === 'failed')
        await save(editsOf(joinOverlaps(model.shapes.peek()), examination));
    };
    return { model, saving, finish };
  }, [records, examination]);
}

async function amend(records: Records, id: string, outlines: readonly EditedOutline[]): Promise<Saving> {
  try {
    await records.amend(id, (before) => withOutlines(before, outlines));
    return { name: 'saved' };
  } catch (error) {
    return { name: 'failed', failure: toFailure(error) };
  }
}

/** A record without an edited outline has none, rather than an empty list. */
function withOutlines({ outlines: _, ...others }: Additions, outlines: readonly EditedOutline[]): Additions {
  return outlines.length === 0 ? others : { ...others, outlines };
}
