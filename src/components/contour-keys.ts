import { movePoint, movePolygon, pointAt } from '../contour/edit-points.ts';
import { ringsOf } from '../contour/edited-shape.ts';
import type { ContourModel, ContourTool } from '../contour-model.ts';
import type { Point } from '../pixels/sector.ts';
import type { StageControl } from './stage-control.ts';

const tools: Readonly<Record<string, ContourTool>> = { m: 'move', b: 'push', e: 'erase', d: 'draw' };
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** CSS pixels that an arrow key moves what is selected; ten times with Shift. */
const step = 2;

/** A key in the editor: whether it was one of its own. */
export function contourKey(event: KeyboardEvent, model: ContourModel, control: StageControl): boolean {
  if (event.ctrlKey || event.metaKey) return historyKey(event, model);
  if (event.altKey) return false;
  const tool = tools[event.key.toLowerCase()];
  if (tool !== undefined) {
    model.choose(tool);
    return true;
  }
  return model.line.value.length > 0 ? lineKey(event, model) : selectionKey(event, model, control);
}

function historyKey({ key, shiftKey }: KeyboardEvent, model: ContourModel): boolean {
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) model.redo();
  else if (letter === 'z') model.undo();
  else return false;
  return true;
}

function lineKey({ key }: KeyboardEvent, model: ContourModel): boolean {
  if (key === 'Enter') model.closeLine();
  else if (key === 'Backspace') model.undo();
  else if (key === 'Escape') model.line.value = [];
  else return false;
  return true;
}

function selectionKey(event: KeyboardEvent, model: ContourModel, control: StageControl): boolean {
  const { key, shiftKey } = event;
  if (key === 'n' || key === 'p') selectNext(model, control, key === 'n' ? 1 : -1);
  else if (model.selection.value === null) return false;
  else if (key === 'Delete' || key === 'Backspace') model.deleteSelected();
  else if (key === 'Escape') model.selection.value = null;
  else if (arrows[key]) nudge(model, control, scaled(arrows[key], shiftKey ? 10 * step : step));
  else return false;
  return true;
}

/** Moves the selected point, or the whole contour, by CSS pixels. */
function nudge(model: ContourModel, control: StageControl, by: Point): void {
  const selection = model.selection.value;
  const { x, y } = scaled(by, 1 / control.view.value.scale);
  model.commit(
    model.shapes.value.map((shape) => {
      if (shape.id !== selection?.id) return shape;
      const { point } = selection;
      const from = point && pointAt(shape.polygon, point);
      const polygon =
        point && from
          ? movePoint(shape.polygon, point, { x: from.x + x, y: from.y + y })
          : movePolygon(shape.polygon, { x, y });
      return { ...shape, polygon };
    }),
  );
}

/** Goes from point to point along the contours of the label that is worked on. */
function selectNext(model: ContourModel, control: StageControl, by: number): void {
  const addresses = model.shapes.value
    .filter(({ label }) => label === model.label.value)
    .flatMap(({ id, polygon }) =>
      ringsOf(polygon).flatMap((points, ring) =>
        points.map((place, index) => ({ id, point: { ring, index }, place })),
      ),
    );
  const now = model.selection.value;
  const at = addresses.findIndex(
    ({ id, point }) => id === now?.id && point.ring === now.point?.ring && point.index === now.point.index,
  );
  const next = addresses.at((Math.max(at, by > 0 ? -1 : 0) + by) % Math.max(1, addresses.length));
  if (next === undefined) return;
  model.choose('move');
  model.selection.value = { id: next.id, point: next.point };
  control.reveal(next.place);
}

function scaled({ x, y }: Point, factor: number): Point {
  return { x: x * factor, y: y * factor };
}
