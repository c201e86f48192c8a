import { useComputed, useSignal } from '@preact/signals';
import { Pause, Play, StepBack, StepForward } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import type { OpenedLearning } from '../prepared/load-learning.ts';
import { tissueLayers } from '../tissue/layer-map.ts';
import { looksOf } from './layer-looks.ts';
import { LayerPanels } from './layer-panels.tsx';
import { LearningChart } from './learning-chart.tsx';
import styles from './learning-player.module.css';
import { ToolButton, ToolRow } from './tool-button.tsx';

/** How long one step is shown. */
const stepMilliseconds = 120;
/** How much of the picture the colours hide. */
const opacity = 0.45;

/** Plays the steps of a training over one picture, with the overlap with the truth as a curve. */
export function LearningPlayer({ learning, picture }: OpenedLearning): VNode | null {
  const { frames, steps, total, truth, pictureSide } = learning;
  const index = useSignal(0);
  const isPlaying = useSignal(!matchMedia('(prefers-reduced-motion: reduce)').matches);
  const last = frames.length - 1;
  const isAtEnd = useComputed(() => index.value >= last);
  const looks = useMemo(() => looksOf(tissueLayers), []);
  const under = useMemo(() => ({ picture, size: { width: pictureSide, height: pictureSide } }), [picture]);
  const isMoving = isPlaying.value && !isAtEnd.value;
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => {
      index.value = Math.min(last, index.value + 1);
    }, stepMilliseconds);
    return () => clearInterval(timer);
  }, [isMoving]);
  const go = (to: number): void => {
    isPlaying.value = false;
    index.value = Math.min(last, Math.max(0, to));
  };
  const press = (): void => {
    if (isAtEnd.value) index.value = 0;
    isPlaying.value = !isMoving;
  };
  const said = frames[index.value];
  if (said === undefined) return null;
  const words = say('learning.step', { step: steps[index.value] ?? 0, total });
  return (
    <>
      <LayerPanels under={under} said={said} truth={truth} looks={looks} opacity={opacity} />
      <div class={styles.controls}>
        <p class={styles.step}>{words}</p>
        <input
          class={styles.range}
          type="range"
          aria-label={say('learning.scrub')}
          aria-valuetext={words}
          min={0}
          max={last}
          value={index.value}
          onInput={({ currentTarget }) => go(currentTarget.valueAsNumber)}
        />
        <ToolRow>
          <ToolButton icon={StepBack} text={say('learning.back')} onPress={() => go(index.value - 1)} />
          <ToolButton
            icon={isMoving ? Pause : Play}
            text={say(isMoving ? 'learning.pause' : 'learning.play')}
            onPress={press}
          />
          <ToolButton icon={StepForward} text={say('learning.forward')} onPress={() => go(index.value + 1)} />
        </ToolRow>
      </div>
      <LearningChart learning={learning} index={index.value} looks={looks} />
    </>
  );
}
