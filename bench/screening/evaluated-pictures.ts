import type { Finding } from '../../src/findings/finding.ts';
import type { AskedPicture } from './contract.ts';

/** A picture with what is true of it. */
export interface KnownPicture {
  readonly asked: AskedPicture;
  /** By finding; absent where nobody knows. */
  readonly truths: Readonly<Partial<Record<Finding, boolean>>>;
  /** mL/min/1.73 m²; null where nobody knows. */
  readonly egfr: number | null;
}

/** Pictures that figures of the card were measured on. */
export interface EvaluatedSet {
  /** What the option calls it. */
  readonly name: string;
  /** The card's words for it or for parts of it, each with the pictures that those are about. */
  readonly datasets: readonly { readonly words: RegExp; readonly holds: (index: number) => boolean }[];
  /** A sentence for people where its files are missing. */
  readonly open: () => AsyncIterable<KnownPicture> | string;
}
