import { type AnnotationStore, openAnnotationStore } from '../annotation-store/annotation-store.ts';
import { askToPersist } from '../history/storage.ts';
import type { Inference } from '../inference.ts';
import { keeping } from '../settings.ts';
import { AnnotationImporter } from './annotation-importer.ts';
import { PictureAdder } from './picture-adder.ts';

/** What the screens of the annotation room work with; made once, so that leaving a screen stops nothing. */
export interface Labelling {
  readonly store: AnnotationStore;
  readonly adder: PictureAdder;
  readonly importer: AnnotationImporter;
}

/** A deleted project can be brought back for a day. */
const day = 24 * 60 * 60 * 1000;

let opened: Promise<Labelling> | null = null;

/**
 * Opens the store at the first call.
 * @throws Failure `storage-blocked`, `storage-outdated` or `storage-full`; the next call tries again
 */
export function openLabelling(inference: Inference): Promise<Labelling> {
  opened ??= open(inference).catch((thrown: unknown) => {
    opened = null;
    throw thrown;
  });
  return opened;
}

async function open({ analyse }: Inference): Promise<Labelling> {
  const store = await openAnnotationStore();
  const importer = new AnnotationImporter(store);
  const adder = new PictureAdder({
    store,
    analyse,
    onAnnotations: (project, files) => void importer.read(project, files),
    onAdded: () => void askToKeep(),
  });
  // Nothing is lost when it fails: the pictures are only kept longer than they need be.
  store.purge(Date.now() - day).catch(() => undefined);
  return { store, adder, importer };
}

/** Work of days must not be cleared when the disk runs full; the browser is asked once. */
async function askToKeep(): Promise<void> {
  if (keeping.value === 'unasked') keeping.value = await askToPersist();
}
