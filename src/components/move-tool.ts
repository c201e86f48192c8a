import { insertPoint, movePoint, movePolygon, type PointAddress, pointAt } from '../contour/edit-points.ts';
import type { EditedShape } from '../contour/edited-shape.ts';
import { findTouched, type Touched } from '../contour/find-touched.ts';
import { untangle } from '../contour/tidy-polygons.ts';
import type { ContourModel, Selection } from '../contour-model.ts';
import type { Point } from '../pixels/sector.ts';
import type { StagePointer, StageTool } from './picture-stage.tsx';

/** CSS pixels that a finger shakes while it taps. */
const shake = 6;

/** What is held: the shape as it was, with the new point where an edge was touched. */
interface Grip {
  readonly shape: EditedShape;
  readonly point: PointAddress | null;
  readonly start: Point;
}

interface Found {
  readonly shape: EditedShape;
  readonly touched: Touched;
}

/** Moves points, adds one where an edge is touched, and moves a whole contour by its inside once it is selected. */
export class MoveTool implements StageTool {
  private grip: Grip | null = null;
  private moved: EditedShape | null = null;
  /** What was worked on before this stroke: the first finger of a pinch must not change it. */
  private before = { selection: null as Selection | null, label: '' };

  constructor(private readonly model: ContourModel) {}

  down = (pointer: StagePointer): boolean => {
    const found = touchShapes(this.model, pointer);
    const before = this.model.selection.value;
    this.before = { selection: before, label: this.model.label.value };
    this.select(found);
    if (found === null) return false;
    const { shape, touched } = found;
    // The first touch of an inside only selects: who wants to move the picture must not move the contour.
    if (touched.part === 'inside' && before?.id !== shape.id) return false;
    const start = pointer.at;
    if (touched.part === 'edge') {
      const polygon = insertPoint(shape.polygon, touched.at, touched.place);
      this.show({ ...shape, polygon });
    }
    const point = touched.part === 'inside' ? null : touched.at;
    this.grip = { shape: this.moved ?? shape, point, start };
    return true;
  };

  move = ({ at, scale }: StagePointer): void => {
    if (this.grip === null) return;
    const { shape, point, start } = this.grip;
    const by = { x: at.x - start.x, y: at.y - start.y };
    const isTap = (this.moved === null || this.moved === shape) && Math.hypot(by.x, by.y) * scale < shake;
    if (isTap) return;
    const from = point && pointAt(shape.polygon, point);
    const polygon =
      point && from
        ? movePoint(shape.polygon, point, { x: from.x + by.x, y: from.y + by.y })
        : movePolygon(shape.polygon, by);
    this.show({ ...shape, polygon });
  };

  up = (): void => {
    const made = this.moved;
    this.letGo();
    if (made === null) return;
    // A point dragged across the far side would leave two loops: what the outline encloses stays, in one piece.
    const polygon = untangle(made.polygon)[0];
    if (polygon === undefined) this.model.drop();
    else this.model.commit(withShape(this.model, { ...made, polygon }));
  };

  cancel = (): void => {
    this.letGo();
    this.model.drop();
    this.model.chooseLabel(this.before.label);
    this.model.selection.value = this.before.selection;
  };

  magnified = (): Point | null => {
    if (!this.grip?.point) return null;
    return pointAt((this.moved ?? this.grip.shape).polygon, this.grip.point) ?? null;
  };

  private show(shape: EditedShape): void {
    this.moved = shape;
    this.model.preview(withShape(this.model, shape));
  }

  private letGo(): void {
    this.grip = null;
    this.moved = null;
  }

  private select(found: Found | null): void {
    if (found === null) {
      this.model.selection.value = null;
      return;
    }
    const { shape, touched } = found;
    this.model.chooseLabel(shape.label);
    this.model.selection.value = { id: shape.id, point: touched.part === 'inside' ? null : touched.at };
  }
}

function withShape(model: ContourModel, shape: EditedShape): EditedShape[] {
  return model.shapes.value.map((other) => (other.id === shape.id ? shape : other));
}

const order: Readonly<Record<Touched['part'], number>> = { point: 0, edge: 1, inside: 2 };

/** What was touched: of the label that is worked on if any of it was, else a line of another, but no other's inside. */
function touchShapes({ shapes, label }: ContourModel, { at, reach }: StagePointer): Found | null {
  const found = shapes.value
    .flatMap((shape): Found[] => {
      const touched = findTouched(shape.polygon, at, reach);
      return touched === null ? [] : [{ shape, touched }];
    })
    .toSorted(
      (a, b) => order[a.touched.part] - order[b.touched.part] || a.touched.distance - b.touched.distance,
    );
  const isWorkedOn = ({ shape }: Found): boolean => shape.label === label.value;
  const onLine = found.filter(({ touched }) => touched.part !== 'inside');
  return onLine.find(isWorkedOn) ?? onLine[0] ?? found.find(isWorkedOn) ?? null;
}
