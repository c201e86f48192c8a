import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Point } from '../pixels/sector.ts';
import { listenToStage } from './listen-to-stage.ts';
import { paintStage } from './paint-stage.ts';
import styles from './picture-stage.module.css';
import type { StageControl } from './stage-control.ts';

/** A contact as a tool sees it. */
export interface StagePointer {
  /** Picture coordinates. */
  readonly at: Point;
  /** All places since the last call, `at` among them and last: more than one where the device reports faster than it draws. */
  readonly trail: readonly Point[];
  readonly kind: 'touch' | 'pen' | 'mouse';
  /** CSS pixels a picture pixel. */
  readonly scale: number;
  /** Picture pixels within which a point counts as touched: 22 CSS pixels for fingers and pens, 12 for a mouse. */
  readonly reach: number;
  readonly isShifted: boolean;
}

/** What one finger, a pen or the mouse does on the stage. All calls of one stroke come in order. */
export interface StageTool {
  /** A stroke begins; false leaves the contact to move the picture instead. */
  readonly down: (pointer: StagePointer) => boolean;
  readonly move: (pointer: StagePointer) => void;
  readonly up: (pointer: StagePointer) => void;
  /** The stroke turns out to be a pinch, a palm or an interruption: what it did must be taken back. */
  readonly cancel: () => void;
  /** A mouse or pen is above the picture without touching it; null when it has left. */
  readonly hover?: (pointer: StagePointer | null) => void;
  /**
   * Which picture point the magnifier shows during a stroke of a finger or pen: null for none. Without this function
   * it shows the place of the contact.
   */
  readonly magnified?: () => Point | null;
}

/** Draws over the picture. The context is in picture coordinates: a line of one CSS pixel is `1 / scale` wide. */
export type DrawOverlay = (context: CanvasRenderingContext2D, view: { readonly scale: number }) => void;

export interface PictureStageProps {
  /** Made by the caller with `useMemo(() => new StageControl(size), [picture])`; also zooms and reveals points. */
  readonly control: StageControl;
  readonly bitmap: ImageBitmap;
  /** Names the stage for screen readers: what the picture is and what is done here. */
  readonly label: string;
  /** Id of the words that tell how it is used. */
  readonly describedBy?: string;
  readonly tool: StageTool;
  readonly draw: DrawOverlay;
  /** A key on the focused stage, before the stage's own; true when it was used. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** Set the height by this class. */
  readonly class?: string;
  /** Lies over the stage. */
  readonly children?: ComponentChildren;
}

/**
 * A picture to work on: letterboxed, zoomed by pinch, wheel, buttons (`control.zoomIn()`) and the keys + − 0, moved by
 * two fingers, the middle mouse button, the arrow keys, or one contact that the tool does not take. One finger, pen or
 * mouse works with `tool` in picture coordinates; a resting hand does not (see `ContactSorter`). `draw` paints over
 * the picture outside the virtual DOM, on device pixels, in the frame after a pointer event, after a change of any
 * signal that it reads, and after `control.redraw()`; it must not write signals. A magnifier stands beside the finger.
 * `tool`, `draw` and `onKey` may be new in each render.
 */
export function PictureStage(props: PictureStageProps): VNode {
  const { control, bitmap, label, draw } = props;
  const root = useRef<HTMLDivElement>(null);
  const newest = useRef(props);
  newest.current = props;

  useEffect(() => {
    const stage = root.current;
    if (stage === null) return;
    const painter = paintStage(stage, () => newest.current);
    const stopListening = listenToStage(stage, () => newest.current, painter.lens);
    return () => {
      stopListening();
      painter.dispose();
    };
  }, [control, bitmap]);
  // A new function may draw something else.
  useEffect(() => control.redraw(), [control, draw]);

  return (
    <div
      ref={root}
      class={`${styles.stage} ${props.class ?? ''}`}
      role="application"
      aria-label={label}
      aria-describedby={props.describedBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of an application come to its focused element.
      tabIndex={0}
    >
      <canvas class={styles.layer} data-layer="picture" />
      <canvas class={styles.layer} data-layer="overlay" />
      <canvas class={styles.lens} data-layer="lens" hidden />
      {props.children}
    </div>
  );
}
