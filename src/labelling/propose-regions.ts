import type { Analysis } from '../analysis.ts';
import { toAlgorithmAttributes } from '../annotation/algorithm.ts';
import type { Region } from '../annotation/annotation.ts';
import { classNames } from '../annotation/classes.ts';
import type { Proposal } from '../annotation-store/project.ts';
import { nestContours } from '../contour/nest-contours.ts';

/** A tenth of a pixel: finer than any hand, and files stay short. */
const steps = 10;

/** What a model outlined, in pixels of the original picture, which may be larger than it was analysed. */
export function proposeRegions(
  analysis: Analysis,
  original: { readonly width: number; readonly height: number },
): Proposal {
  const { outcome, model } = analysis;
  const [across, down] = [original.width / analysis.width, original.height / analysis.height];
  const round = (value: number): number => Math.round(value * steps) / steps;
  const outlines = outcome.kind === 'assessed' ? (outcome.anatomy?.outlines ?? []) : [];
  const attributes = toAlgorithmAttributes({ type: 'AUTOMATIC', name: `${model.name} ${model.version}` });
  const regions = outlines.flatMap(({ structure, contours }) => {
    const scaled = contours.map((contour) =>
      contour.map(({ x, y }) => ({ x: round(x * across), y: round(y * down) })),
    );
    return nestContours(scaled).map(
      (shape): Region => ({ shape, label: classNames[structure], group: null, attributes }),
    );
  });
  return { regions, model };
}
