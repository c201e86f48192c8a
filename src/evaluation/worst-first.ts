import type { Structure } from '../analysis.ts';
import type { OutlineAgreement } from './compare-pictures.ts';
import type { PairAgreement } from './compare-readers.ts';

/** A picture with the figures that it is ranked by. */
export interface RankedPicture {
  readonly fileName: string;
  /** Mean Dice of the outlines. */
  readonly dice: number;
  readonly outlines: readonly OutlineAgreement[];
}

/** The pictures with the least agreement first: on one structure, or on all that both readers draw (null). */
export function worstFirst(pair: PairAgreement, structure: Structure | null): RankedPicture[] {
  const compared = pair.structures
    .map((one) => one.structure)
    .filter((one) => structure === null || one === structure);
  return pair.pictures
    .flatMap(({ fileName, outlines: all }) => {
      const outlines = all.filter((outline) => compared.includes(outline.structure));
      const sum = outlines.reduce((total, outline) => total + outline.dice, 0);
      return outlines.length === 0 ? [] : [{ fileName, outlines, dice: sum / outlines.length }];
    })
    .sort((a, b) => a.dice - b.dice);
}
