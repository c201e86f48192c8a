import type { Analysis, QualityLabel } from '../analysis.ts';
import type { AnnotatedPicture, Attributes, Region } from '../annotation/annotation.ts';
import { classNames } from '../annotation/classes.ts';
import { nestContours } from '../contour/nest-contours.ts';
import { decideVerdict } from '../feedback/verdict.ts';
import { labelNames } from '../labelling/picture-attributes.ts';

/** What a model says about a picture, as a reader would write it down, in pixels of the picture in its full size. */
export function readByModel(
  { outcome, width, height }: Analysis,
  {
    name,
    bitmap,
  }: { readonly name: string; readonly bitmap: { readonly width: number; readonly height: number } },
): AnnotatedPicture {
  const size = { width: bitmap.width, height: bitmap.height };
  const picture = { fileName: name, fileSize: null, size };
  if (outcome.kind === 'declined') return { ...picture, attributes: {}, regions: [] };
  const [across, down] = [size.width / width, size.height / height];
  const regions = (outcome.anatomy?.outlines ?? []).flatMap(({ structure, contours }) => {
    const scaled = contours.map((contour) => contour.map(({ x, y }) => ({ x: x * across, y: y * down })));
    return nestContours(scaled).map(
      (shape): Region => ({ shape, label: classNames[structure], group: null, attributes: {} }),
    );
  });
  return { ...picture, attributes: attributesOf(outcome), regions };
}

/** In the words of this app's labelling, and in those of files that have an answer for each label. */
function attributesOf(outcome: Analysis['outcome']): Attributes {
  const verdict = decideVerdict(outcome);
  const holds = (label: QualityLabel): boolean =>
    verdict.kind === 'faults' ? verdict.faults.some((fault) => fault === label) : verdict.kind === label;
  const all = Object.keys(labelNames) as QualityLabel[];
  return {
    Labels: Object.fromEntries(all.map((label) => [labelNames[label], holds(label)])),
    Artefact: holds('artefact') ? 'yes' : 'no',
    Position: holds('position') ? 'yes' : 'no',
    Optimal: holds('optimal') ? 'yes' : 'no',
  };
}
