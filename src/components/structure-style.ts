import type { Structure } from '../analysis.ts';

/** How a line is told from others: by its colour, and by its dash, in multiples of its width. */
export interface LineStyle {
  readonly colour: string;
  readonly dash: readonly number[];
}

/** Colours that people who confuse red and green tell apart (Okabe and Ito), and a dash besides. */
export const structureStyles: Readonly<Record<Structure, LineStyle>> = {
  capsule: { colour: '#f0e442', dash: [] },
  'central-echo-complex': { colour: '#e69f00', dash: [3, 2] },
  medulla: { colour: '#cc79a7', dash: [1, 2] },
  cortex: { colour: '#56b4e9', dash: [6, 2, 1, 2] },
};
