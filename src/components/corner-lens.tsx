import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Point } from '../pixels/sector.ts';
import styles from './screen-corners.module.css';

interface CornerLensProps {
  readonly video: HTMLVideoElement;
  /** In pixels of a picture of `source`'s size, which shows the whole video. */
  readonly at: Point;
  readonly source: { readonly width: number; readonly height: number };
}

const side = 120;
/** Pixels of the picture across the lens. */
const shown = 60;

/** What lies under the finger, enlarged, at the side where the finger is not. */
export function CornerLens({ video, at, source }: CornerLensProps): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || video.videoWidth === 0) return;
    const scale = video.videoWidth / source.width;
    const span = shown * scale;
    context.clearRect(0, 0, side, side);
    context.drawImage(video, at.x * scale - span / 2, at.y * scale - span / 2, span, span, 0, 0, side, side);
    context.strokeStyle = '#7cb8ff';
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(side / 2, side * 0.3);
    context.lineTo(side / 2, side * 0.7);
    context.moveTo(side * 0.3, side / 2);
    context.lineTo(side * 0.7, side / 2);
    context.stroke();
  }, [video, at.x, at.y, source.width]);
  const place = at.x > source.width / 2 ? styles.left : styles.right;
  return <canvas ref={canvas} class={`${styles.lens} ${place}`} width={side} height={side} />;
}
