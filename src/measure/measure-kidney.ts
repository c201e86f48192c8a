import { findCuts } from '../pixels/find-cuts.ts';
import { polygonArea } from '../pixels/polygon.ts';
import type { Point, Sector } from '../pixels/sector.ts';
import {
  borderShare,
  COVER,
  type ModelOutline,
  type PictureKind,
  readerShare,
} from './border-uncertainty.ts';
import { evenOddArea, perimeterOf } from './even-odd-area.ts';
import { greatestDiameter, greatestWidth, lengthOf } from './greatest-diameter.ts';
import type { KidneySizes, Line, Measurement, SizeKind, Sizes, Trace } from './measurement.ts';
import type { KidneyOutlines } from './outlines-in-use.ts';
import { type PictureScale, toPicture, toPlane } from './picture-scale.ts';
import { type Layers, readCortex, readParenchyma, type Thickness } from './read-thickness.ts';

/** What is measured, and in which picture. */
export interface MeasuredKidney {
  readonly outlines: KidneyOutlines;
  /** Null where none was found: nothing then tells whether the kidney is cut off. */
  readonly sector: Sector | null;
  readonly scale: PictureScale;
  /** Real where nothing else is said: ± is then that of real pictures. */
  readonly pictures?: PictureKind;
}

/** Assumed of an outline that comes without one. */
const DOUBTFUL = 0.9;

/**
 * The sizes of an outlined kidney, in centimetres or pixels as the scale says. A kidney that the sector cuts off is
 * at least as large. Null where the capsule holds no area.
 */
export function measureKidney(measured: MeasuredKidney): KidneySizes | null {
  const { outlines, sector, scale, pictures = 'real' } = measured;
  const contours = outlines.capsule.contours.map((contour) => contour.map((point) => toPlane(scale, point)));
  const capsule = largestOf(contours);
  if (!(polygonArea(capsule) > 0)) return null;
  const onPicture = largestOf(outlines.capsule.contours);
  const axis = greatestDiameter(capsule);
  const state: State = {
    scale,
    isLowerBound: sector !== null && findCuts(onPicture, sector).length > 0,
    isByHand: outlines.capsule.isByHand,
    model: { pictures, probability: outlines.capsule.probability ?? DOUBTFUL },
  };
  const layers = layersOf(outlines, { capsule, axis, scale });
  const width = greatestWidth(capsule, axis);
  const border: Trace = { kind: 'contours', contours: outlines.capsule.contours };
  const sizes: Sizes<number, number> = {
    length: tell(state, { kind: 'length', value: lengthOf(axis), trace: lineTrace(scale, axis) }),
    width: tell(state, { kind: 'width', value: lengthOf(width), trace: lineTrace(scale, width) }),
    area: tell(state, { kind: 'area', value: evenOddArea(contours), trace: border }),
    perimeter: tell(state, { kind: 'perimeter', value: perimeterOf(contours), trace: border }),
    cortex: tellThickness(
      { ...state, isByHand: isByHand(outlines, 'medulla') },
      'cortex',
      readCortex(layers),
    ),
    parenchyma: tellThickness(
      { ...state, isByHand: isByHand(outlines, 'sinus') },
      'parenchyma',
      readParenchyma(layers),
    ),
  };
  // The unit is what the scale was made with; the numbers carry no mark of their own.
  return { unit: scale.unit, ...sizes } as KidneySizes;
}

interface State {
  readonly scale: PictureScale;
  readonly isLowerBound: boolean;
  readonly isByHand: boolean;
  readonly model: ModelOutline;
}

function isByHand({ capsule, ...parts }: KidneyOutlines, part: 'medulla' | 'sinus'): boolean {
  return capsule.isByHand && (parts[part]?.isByHand ?? false);
}

function layersOf(
  { medulla, sinus }: KidneyOutlines,
  { capsule, axis, scale }: Pick<Layers, 'capsule' | 'axis'> & { readonly scale: PictureScale },
): Layers {
  const place = (contours: readonly (readonly Point[])[] = []): Point[][] =>
    contours.map((contour) => contour.map((point) => toPlane(scale, point)));
  return { capsule, axis, medulla: place(medulla?.contours), sinus: place(sinus?.contours) };
}

function largestOf(contours: readonly (readonly Point[])[]): readonly Point[] {
  return contours.reduce<readonly Point[]>(
    (best, other) => (polygonArea(other) > polygonArea(best) ? other : best),
    [],
  );
}

function lineTrace(scale: PictureScale, line: Line): Trace {
  return { kind: 'line', line: placeLine(scale, line) };
}

function placeLine(scale: PictureScale, { from, to }: Line): Line {
  return { from: toPicture(scale, from), to: toPicture(scale, to) };
}

function tellThickness(
  state: State,
  kind: 'cortex' | 'parenchyma',
  thickness: Thickness | null,
): Measurement | null {
  if (thickness === null) return null;
  const all = thickness.lines.map((line) => placeLine(state.scale, line));
  const [line] = all;
  if (line === undefined) return null;
  // What is cut off is missing at the rim; the layers that are seen are as thick as they are.
  const whole = { ...state, isLowerBound: false };
  return tell(whole, { kind, value: thickness.value, trace: { kind: 'lines', line, all } });
}

/** A value with its ±; a hand's border is a reader's, and the model's is off by its own share besides. */
function tell(
  { scale, isLowerBound, isByHand, model }: State,
  { kind, value, trace }: { readonly kind: SizeKind; readonly value: number; readonly trace: Trace },
): Measurement {
  const parts = {
    scale: COVER * scale.uncertainty * value * (kind === 'area' ? 2 : 1),
    border: isByHand ? 0 : borderShare(kind, model) * value,
    readers: readerShare(kind) * value,
  };
  const plusMinus = Math.hypot(parts.scale, parts.border, parts.readers);
  return { value, plusMinus, parts, trace, isLowerBound, isByHand };
}
