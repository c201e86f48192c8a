import type { LineStyle } from '../components/structure-style.ts';

const styles: readonly LineStyle[] = [
  { colour: '#56b4e9', dash: [] },
  { colour: '#e69f00', dash: [4, 3] },
  { colour: '#f0e442', dash: [1, 2] },
];

/** A reader's line: colours that stay apart for colour-blind eyes (Okabe and Ito), and a dash besides. */
export function styleOf(reader: number): LineStyle {
  return styles[reader] ?? { colour: '#fff', dash: [] };
}
