import { useSignalEffect } from '@preact/signals';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Analysis } from '../analysis.ts';
import type { ClipPlayer } from '../clip-player.ts';
import { say } from '../i18n/say.ts';
import { shownOutlines } from '../outline-edits.ts';
import styles from './clip-picture.module.css';
import { drawAnatomy } from './draw-anatomy.ts';
import { outlineLook } from './outline-look.ts';

interface ClipPictureProps {
  readonly player: ClipPlayer;
  /** What is known of a frame; read whenever it is drawn. */
  readonly analysisOf?: (index: number) => Analysis | null;
}

/** The frame of a clip that is shown, letterboxed, with the kidney's outline where it was looked at. */
export function ClipPicture({ player, analysisOf }: ClipPictureProps): VNode {
  const picture = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const { width, height, timesMs } = player.clip;
  useSignalEffect(() => {
    const shown = player.shown.value;
    if (shown) picture.current?.getContext('2d')?.drawImage(shown.bitmap, 0, 0, width, height);
  });
  useSignalEffect(() => {
    const shown = player.shown.value;
    const context = overlay.current?.getContext('2d');
    if (!context) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    const analysis = shown && (analysisOf?.(shown.index) ?? null);
    if (!analysis) return;
    context.scale(width / analysis.width, height / analysis.height);
    drawAnatomy(context, shownOutlines({ analysis }), { width: analysis.width, look: outlineLook.value });
  });
  return (
    <div class={styles.stage}>
      <canvas
        ref={picture}
        class={styles.picture}
        width={width}
        height={height}
        role="img"
        aria-label={say('clip.picture', { number: player.index.value + 1, total: timesMs.length })}
      />
      <canvas ref={overlay} class={styles.overlay} width={width} height={height} />
    </div>
  );
}
