import { structureOf } from '../annotation/classes.ts';
import type { ContourLabel } from './contour-editor.tsx';
import { type LineStyle, structureStyles } from './structure-style.ts';

/** For names of a file that are no structure of the kidney: the rest of Okabe and Ito's colours, then dashes. */
const colours = ['#009e73', '#d55e00', '#0072b2', '#ffffff'];
const dashes: readonly (readonly number[])[] = [[], [4, 2], [1, 2], [6, 2, 1, 2]];

/** What can be outlined in a project, each with a line of its own. */
export function contourLabels(labels: readonly string[]): readonly ContourLabel[] {
  const others = labels.filter((label) => structureOf(label) === null);
  return labels.map((label) => {
    const structure = structureOf(label);
    const style = structure ? structureStyles[structure] : otherStyle(others.indexOf(label));
    return { value: label, text: label, style };
  });
}

function otherStyle(index: number): LineStyle {
  const colour = colours[index % colours.length] ?? '#ffffff';
  return { colour, dash: dashes[Math.floor(index / colours.length) % dashes.length] ?? [] };
}
