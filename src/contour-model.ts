import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Polygon } from './annotation/annotation.ts';
import { unite } from './contour/combine-polygons.ts';
import { type EditHistory, record, redo, startHistory, undo } from './contour/edit-history.ts';
import { deletePoint, type PointAddress, pointAt } from './contour/edit-points.ts';
import { type EditedShape, polygonOf } from './contour/edited-shape.ts';
import { polygonsOf, replaceLabel } from './contour/replace-label.ts';
import { thin } from './contour/tidy-polygons.ts';
import type { Point } from './pixels/sector.ts';

/** What a finger does in the editor. */
export type ContourTool = 'move' | 'push' | 'erase' | 'draw';

/** The contour that is worked on, and the point of it that the keys move; null for the whole contour. */
export interface Selection {
  readonly id: string;
  readonly point: PointAddress | null;
}

type Shapes = readonly EditedShape[];

/** Points that were tapped stay, but for those that say nothing: picture pixels. */
const tappedTolerance = 0.05;

interface ContourModelOptions {
  readonly shapes: Shapes;
  /** What is drawn first. */
  readonly label: string;
  /** Called with all contours at the end of each stroke and after undo and redo. */
  readonly onChange: (shapes: Shapes) => void;
}

/** Contours while they are edited: tool, selection, undo and redo. */
export class ContourModel {
  private readonly history: Signal<EditHistory<Shapes>>;
  private readonly draft = signal<Shapes | null>(null);
  /** What is shown: with the stroke that is being made. */
  readonly shapes: ReadonlySignal<Shapes> = computed(() => this.draft.value ?? this.history.value.present);
  /** The polygons of the label that is worked on, without the stroke that is being made. */
  readonly kept: ReadonlySignal<readonly Polygon[]> = computed(() =>
    polygonsOf(this.history.value.present, this.label.value),
  );
  readonly tool = signal<ContourTool>('move');
  /** What new contours outline, and what the brush changes. */
  readonly label: Signal<string>;
  readonly selection = signal<Selection | null>(null);
  /** The points of a contour that is being drawn and is not closed yet. */
  readonly line = signal<readonly Point[]>([]);
  /** Radius of the brush on the screen, CSS pixels. */
  readonly brushSize = signal(24);
  /** Where a mouse or pen hovers; null for nowhere. */
  readonly cursor = signal<Point | null>(null);
  readonly canUndo = computed(() => this.line.value.length > 0 || this.history.value.past.length > 0);
  readonly canRedo = computed(() => this.history.value.future.length > 0);
  private readonly onChange: (shapes: Shapes) => void;

  constructor({ shapes, label, onChange }: ContourModelOptions) {
    this.history = signal(startHistory(shapes));
    this.label = signal(label);
    this.onChange = onChange;
  }

  choose(tool: ContourTool): void {
    this.closeLine();
    this.tool.value = tool;
  }

  chooseLabel(label: string): void {
    if (label === this.label.value) return;
    this.closeLine();
    this.selection.value = null;
    this.label.value = label;
  }

  /**
   * Closes the line that is being drawn and joins it with the contours of its label that it overlaps; fewer than three
   * points are dropped. Whoever leaves the editor calls it, so that no line is lost.
   */
  closeLine(tolerance = tappedTolerance): void {
    const line = this.line.value;
    if (line.length === 0) return;
    this.line.value = [];
    const drawn = line.length < 3 ? [] : thin([polygonOf(line)], tolerance);
    if (drawn.length > 0) this.replace(this.label.value, unite(this.region(), drawn));
  }

  /** Shows a stroke that is being made. */
  preview(shapes: Shapes): void {
    this.draft.value = shapes;
  }

  /** Takes back the stroke that is being made. */
  drop(): void {
    this.draft.value = null;
  }

  /** The stroke is made: one step that can be undone. */
  commit(shapes: Shapes): void {
    this.draft.value = null;
    this.go(record(this.history.value, shapes));
  }

  /** Replaces all contours of a label, as one step. */
  replace(label: string, polygons: readonly Polygon[]): void {
    this.commit(replaceLabel(this.shapes.value, label, polygons));
  }

  undo(): void {
    if (this.line.value.length > 0) this.line.value = this.line.value.slice(0, -1);
    else this.go(undo(this.history.value));
  }

  redo(): void {
    this.go(redo(this.history.value));
  }

  /** Deletes the selected point, or the whole contour where no point of it is selected. */
  deleteSelected(): void {
    const selection = this.selection.value;
    if (selection === null) return;
    const { id, point } = selection;
    this.selection.value = null;
    this.commit(
      this.shapes.value.flatMap((shape) => {
        if (shape.id !== id) return [shape];
        const polygon = point && deletePoint(shape.polygon, point);
        return polygon ? [{ ...shape, polygon }] : [];
      }),
    );
  }

  /** The polygons of the label that is worked on, as they are shown. */
  region(): Polygon[] {
    return polygonsOf(this.shapes.value, this.label.value);
  }

  private go(history: EditHistory<Shapes>): void {
    if (history === this.history.value) return;
    this.history.value = history;
    this.selection.value = stillThere(this.selection.value, history.present);
    this.onChange(history.present);
  }
}

function stillThere(selection: Selection | null, shapes: Shapes): Selection | null {
  const shape = shapes.find(({ id }) => id === selection?.id);
  if (selection === null || shape === undefined) return null;
  return selection.point && !pointAt(shape.polygon, selection.point)
    ? { ...selection, point: null }
    : selection;
}
