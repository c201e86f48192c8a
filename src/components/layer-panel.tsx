import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MapGrid } from '../tissue/layer-map.ts';
import { drawOver, drawUnder, type OverLayers, type UnderLayers } from './draw-layers.ts';
import styles from './layer-panels.module.css';
import type { PannedTogether } from './use-panned-together.ts';

interface LayerPanelProps {
  readonly title: string;
  /** What a screen reader says of the picture. */
  readonly label: string;
  readonly under: UnderLayers;
  readonly grid: MapGrid;
  /** Null for the picture alone. */
  readonly over: OverLayers | null;
  readonly panned: PannedTogether;
}

/** Fine enough for a panel of half a tablet. */
const longSide = 960;

/** A picture under layers in their colours, with its name below. */
export function LayerPanel({ title, label, under, grid, over, panned }: LayerPanelProps): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { covers } = grid;
  const scale = longSide / Math.max(covers.width, covers.height);
  const [width, height] = [Math.round(covers.width * scale), Math.round(covers.height * scale)];
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    drawUnder(context, under, covers);
    if (over !== null) drawOver(context, over);
  }, [under.picture, covers, over?.map, over?.opacity, width, height]);
  useEffect(() => (canvas.current === null ? undefined : panned.join(canvas.current)), [panned]);
  return (
    <figure class={styles.panel}>
      <div class={styles.stage} style={{ aspectRatio: `${width} / ${height}` }}>
        <canvas
          ref={canvas}
          class={styles.canvas}
          width={width}
          height={height}
          role="img"
          aria-label={label}
        />
      </div>
      <figcaption class={styles.title}>{title}</figcaption>
    </figure>
  );
}
