import type { AnnotationFile } from '../src/annotation/annotation-file.ts';
import type { ReadAnnotations } from '../src/annotation/read-annotations.ts';
import type { ReaderAgreement, Scales } from '../src/evaluation/compare-readers.ts';
import type { Reader } from '../src/evaluation/match-pictures.ts';

/** What can be asked of the worker that reads and compares annotations. */
export interface AgreementRequests {
  /** The files of one reader; their bytes are transferred. */
  read: { args: { readonly files: readonly AnnotationFile[] }; result: ReadAnnotations };
  /** Two or three readers, with centimetres a pixel where they are known. */
  compare: {
    args: { readonly readers: readonly Reader[]; readonly scales: Scales };
    result: ReaderAgreement;
  };
}
