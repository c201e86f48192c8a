import type { ReaderAgreement, Scales } from '../src/evaluation/compare-readers.ts';
import type { Reader } from '../src/evaluation/match-pictures.ts';

/** What can be asked of the worker that compares readers. */
export interface AgreementRequests {
  /** Two or three readers, with centimetres a pixel where they are known. */
  compare: {
    args: { readonly readers: readonly Reader[]; readonly scales: Scales };
    result: ReaderAgreement;
  };
}
