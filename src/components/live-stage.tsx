import type { ComponentChildren, RefObject, VNode } from 'preact';
import { say } from '../i18n/say.ts';
import styles from './live-stage.module.css';

interface LiveStageProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly isHidden: boolean;
  /** A tap anywhere on the picture. */
  readonly onFreeze: () => void;
  /** Lies over the picture. */
  readonly children: ComponentChildren;
}

/** The camera's picture at its own rate, whatever the model takes; a tap on it freezes. */
export function LiveStage({ video, isHidden, onFreeze, children }: LiveStageProps): VNode {
  return (
    <div class={styles.stage} hidden={isHidden}>
      <video ref={video} class={styles.video} muted playsInline />
      <button type="button" class={styles.tap} aria-label={say('live.freeze')} onClick={onFreeze} />
      {children}
    </div>
  );
}
