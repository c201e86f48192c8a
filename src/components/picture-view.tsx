import Panzoom, { type PanzoomObject } from '@panzoom/panzoom';
import { Maximize, ZoomIn, ZoomOut } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Analysis, QualityLabel } from '../analysis.ts';
import { say } from '../i18n/say.ts';
import type { ShownOutline } from '../outline-edits.ts';
import { Button } from './button.tsx';
import { drawAnatomy } from './draw-anatomy.ts';
import { drawMap, tracePolygon } from './draw-map.ts';
import { outlineLook } from './outline-look.ts';
import styles from './picture-view.module.css';

interface PictureViewProps {
  readonly bitmap: ImageBitmap;
  readonly analysis: Analysis;
  readonly isOutlineShown: boolean;
  readonly isKidneyShown: boolean;
  /** What is drawn where the kidney is shown. */
  readonly outlines: readonly ShownOutline[];
  /** Whose activation map lies over the picture; null for none. */
  readonly mapLabel: QualityLabel | null;
  /** Lies over the picture and moves with it: an SVG whose view box is the analysed picture, say. */
  readonly overlay?: ComponentChildren;
  /** Stands in one row with the zoom. */
  readonly switches: ComponentChildren;
}

/** The picture, letterboxed and never cropped, with its overlays; pinch, wheel or buttons zoom. */
export function PictureView(props: PictureViewProps): VNode {
  const { bitmap, analysis } = props;
  const moved = useRef<HTMLDivElement>(null);
  const panzoom = usePanzoom(moved);
  const picture = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const look = outlineLook.value;

  useEffect(() => {
    picture.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  useEffect(() => {
    const context = overlay.current?.getContext('2d');
    if (context) drawOverlay(context, props);
  }, [bitmap, analysis, props.isOutlineShown, props.isKidneyShown, props.mapLabel, props.outlines, look]);

  return (
    <figure class={styles.figure}>
      <div class={styles.stage}>
        <div class={styles.moved} ref={moved}>
          <canvas
            ref={picture}
            class={styles.layer}
            width={bitmap.width}
            height={bitmap.height}
            role="img"
            aria-label={say('result.picture')}
          />
          <canvas ref={overlay} class={styles.layer} width={bitmap.width} height={bitmap.height} />
          {props.overlay}
        </div>
      </div>
      <div class={styles.tools}>
        {props.switches}
        <div class={styles.zoom}>
          <Button icon={ZoomIn} label={say('result.zoom.in')} onPress={() => panzoom?.zoomIn(still)} />
          <Button icon={ZoomOut} label={say('result.zoom.out')} onPress={() => panzoom?.zoomOut(still)} />
          <Button icon={Maximize} label={say('result.zoom.reset')} onPress={() => panzoom?.reset(still)} />
        </div>
      </div>
    </figure>
  );
}

/** The buttons would animate by themselves, whatever was set before. */
const still = { animate: !matchMedia('(prefers-reduced-motion: reduce)').matches };

function usePanzoom(moved: { readonly current: HTMLDivElement | null }): PanzoomObject | null {
  const [panzoom, setPanzoom] = useState<PanzoomObject | null>(null);
  useEffect(() => {
    const element = moved.current;
    if (element === null) return;
    const made = Panzoom(element, {
      maxScale: 8,
      minScale: 1,
      contain: 'outside',
      panOnlyWhenZoomed: true,
      ...still,
      touchAction: 'pan-y',
    });
    const stage = element.parentElement;
    const zoomByWheel = (event: WheelEvent): void => {
      if (event.ctrlKey) made.zoomWithWheel(event);
    };
    stage?.addEventListener('wheel', zoomByWheel, { passive: false });
    // At rest one finger scrolls the page; once zoomed in it moves the picture.
    const chooseTouch = (): void => made.setOptions({ touchAction: made.getScale() > 1 ? 'none' : 'pan-y' });
    element.addEventListener('panzoomchange', chooseTouch);
    setPanzoom(made);
    return () => {
      stage?.removeEventListener('wheel', zoomByWheel);
      made.destroy();
    };
  }, [moved]);
  return panzoom;
}

function drawOverlay(context: CanvasRenderingContext2D, props: PictureViewProps): void {
  const { bitmap, analysis, mapLabel, isOutlineShown, isKidneyShown } = props;
  const { outcome } = analysis;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, bitmap.width, bitmap.height);
  context.scale(bitmap.width / analysis.width, bitmap.height / analysis.height);
  if (outcome.kind === 'assessed' && mapLabel !== null) {
    drawMap(context, outcome.map, { label: mapLabel, outline: outcome.sector.outline });
  }
  if (isOutlineShown && outcome.sector !== null) {
    tracePolygon(context, outcome.sector.outline);
    context.lineWidth = Math.max(1.5, analysis.width / 250);
    context.strokeStyle = '#7cb8ff';
    context.stroke();
  }
  if (isKidneyShown)
    drawAnatomy(context, props.outlines, { width: analysis.width, look: outlineLook.peek() });
}
