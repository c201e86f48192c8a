import type { Structure, StructureOutline } from './analysis.ts';
import type { EditedShape } from './contour/edited-shape.ts';
import { flattenPolygons, nestContours } from './contour/nest-contours.ts';
import { polygonsOf } from './contour/replace-label.ts';
import { shownAnatomy } from './feedback/shown-anatomy.ts';
import type { EditedOutline } from './history/additions.ts';
import type { Examination } from './history/examination.ts';
import type { Framing } from './pixels/framing.ts';
import { polygonArea } from './pixels/polygon.ts';
import { readFraming } from './pixels/read-framing.ts';
import type { Point } from './pixels/sector.ts';

/** One structure's contours as they are shown: the model's, or what a person put in their place. */
export interface ShownOutline {
  readonly structure: Structure;
  /** Closed polygons in pixels of the analysed picture; what lies in an even number of them is outside. */
  readonly contours: readonly (readonly Point[])[];
  /** The model's mean probability inside; null where a person drew. */
  readonly probability: number | null;
}

/** The structures in the order in which they are named and drawn, outside in. */
export const structures: readonly Structure[] = ['capsule', 'cortex', 'medulla', 'central-echo-complex'];

type Outlined = Pick<Examination, 'analysis' | 'additions'>;

/** The model's outlines of a record, as far as they may be shown. */
export function modelOutlines({ analysis }: Outlined): readonly StructureOutline[] {
  return shownAnatomy(analysis.outcome)?.outlines ?? [];
}

/** A record's outlines, each structure as a person edited it where one did. */
export function shownOutlines(record: Outlined): readonly ShownOutline[] {
  return structures.flatMap((structure): ShownOutline[] => {
    const edited = record.additions?.outlines?.find((one) => one.structure === structure);
    if (edited) return [{ ...edited, probability: null }];
    return modelOutlines(record).filter((one) => one.structure === structure);
  });
}

/** How the kidney lies, by the outline that is shown: read anew where a person edited it; null without one. */
export function shownFraming(record: Outlined): Framing | null {
  const { outcome } = record.analysis;
  const edited = record.additions?.outlines?.find(({ structure }) => structure === 'capsule');
  if (!edited || outcome.kind !== 'assessed') return shownAnatomy(outcome)?.framing ?? null;
  const capsule = edited.contours.toSorted((a, b) => polygonArea(b) - polygonArea(a))[0];
  return capsule ? readFraming(capsule, outcome.sector, outcome.meters.shadows) : null;
}

/** Outlines as the editor takes them: one shape a piece, holes within. */
export function shapesOf(outlines: readonly ShownOutline[]): EditedShape[] {
  return outlines.flatMap(({ structure, contours }) =>
    nestContours(contours).map((polygon, i) => ({ id: `${structure} ${i + 1}`, label: structure, polygon })),
  );
}

/** What a record keeps of edited shapes: the structures that are no more as the model outlined them. */
export function editsOf(shapes: readonly EditedShape[], record: Outlined): EditedOutline[] {
  return structures.flatMap((structure): EditedOutline[] => {
    const contours = contoursOf(shapes, structure);
    const untouched = contoursOf(shapesOf(modelOutlines(record)), structure);
    return JSON.stringify(contours) === JSON.stringify(untouched) ? [] : [{ structure, contours }];
  });
}

function contoursOf(shapes: readonly EditedShape[], structure: Structure): readonly (readonly Point[])[] {
  return flattenPolygons(polygonsOf(shapes, structure));
}
