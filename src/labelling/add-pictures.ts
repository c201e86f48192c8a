import type { AnnotationStore } from '../annotation-store/annotation-store.ts';
import type { PictureRow } from '../annotation-store/project.ts';
import { type Failure, toFailure } from '../failure.ts';
import type { OpenableSource } from '../frame/gather-pictures.ts';
import { type Analyse, openOriginal } from './open-original.ts';

/** A file that did not become part of a project, and why. */
export interface Refused {
  readonly name: string;
  readonly failure: Failure;
}

/** How far adding pictures is. */
export interface Added {
  readonly total: number;
  readonly added: number;
  /** Files of the same name and size were in the project before. */
  readonly already: number;
  readonly refused: readonly Refused[];
}

/** Where the pictures go, who looks at those of DICOM files, who is told, and when to stop. */
export interface AddOptions {
  readonly store: AnnotationStore;
  readonly project: string;
  readonly analyse: Analyse;
  readonly onProgress: (added: Added) => void;
  readonly signal: AbortSignal;
}

/**
 * Adds pictures one after the other, each in a transaction of its own: stopped or failing half-way, those before are in the
 * project, and choosing the same files again adds the rest.
 * @throws Failure `storage-full`, `storage-blocked` or `storage-outdated`; what was added stays
 */
export async function addPictures(sources: readonly OpenableSource[], options: AddOptions): Promise<Added> {
  const rows = await options.store.listPictures(options.project);
  const here = new Set(rows.map(keyOf));
  let state: Added = { total: sources.length, added: 0, already: 0, refused: [] };
  for (const source of sources) {
    if (options.signal.aborted) break;
    // Nothing is decoded that is here already: this is how a stopped set goes on.
    const { file } = source;
    const isHere = file !== null && here.has(keyOf({ fileName: file.name, fileSize: file.size }));
    state = { ...state, ...(isHere ? { already: state.already + 1 } : await addOne(source, state, options)) };
    options.onProgress(state);
  }
  return state;
}

function keyOf({ fileName, fileSize }: Pick<PictureRow, 'fileName' | 'fileSize'>): string {
  return `${fileSize} ${fileName}`;
}

async function addOne(source: OpenableSource, state: Added, options: AddOptions): Promise<Partial<Added>> {
  try {
    const { file } = source;
    // A source without a file opens only to say why.
    if (file === null) throw await source.open().catch((reason: unknown) => reason);
    const picture = await openOriginal(file, options.analyse);
    const row = await options.store.addPicture(options.project, picture);
    return row === null ? { already: state.already + 1 } : { added: state.added + 1 };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.code.startsWith('storage-')) throw failure;
    return { refused: [...state.refused, { name: source.name, failure }] };
  }
}
