import type { PictureStageProps } from './picture-stage.tsx';
import type { StageControl } from './stage-control.ts';

/** CSS pixels that an arrow key moves the picture. */
const step = 64;

const keys: Readonly<Record<string, (control: StageControl) => void>> = {
  '+': (control) => control.zoomIn(),
  '=': (control) => control.zoomIn(),
  '-': (control) => control.zoomOut(),
  '0': (control) => control.fit(),
  ArrowLeft: (control) => control.panBy({ x: step, y: 0 }),
  ArrowRight: (control) => control.panBy({ x: -step, y: 0 }),
  ArrowUp: (control) => control.panBy({ x: 0, y: step }),
  ArrowDown: (control) => control.panBy({ x: 0, y: -step }),
};

/** A key on a focused stage: the owner's first, then zoom and arrows. */
export function stageKey(event: KeyboardEvent, { onKey, control }: PictureStageProps): void {
  if (onKey?.(event)) {
    event.preventDefault();
    control.redraw();
    return;
  }
  // The browser's own zoom keeps its keys.
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = keys[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act(control);
}
