import { Pause, Play, Star, StepBack, StepForward } from 'lucide';
import type { VNode } from 'preact';
import type { ClipPlayer } from '../clip-player.ts';
import { say } from '../i18n/say.ts';
import { ToolButton, ToolRow } from './tool-button.tsx';

interface ClipTransportProps {
  readonly player: ClipPlayer;
  /** The best frame; null while none is known. */
  readonly best: number | null;
}

/** Play, step and jump to the best, in the order of the thumb. */
export function ClipTransport({ player, best }: ClipTransportProps): VNode {
  const isPlaying = player.isPlaying.value;
  return (
    <ToolRow>
      <ToolButton icon={StepBack} text={say('clip.back')} onPress={() => void player.step(-1)} />
      <ToolButton
        icon={isPlaying ? Pause : Play}
        text={say(isPlaying ? 'clip.pause' : 'clip.play')}
        onPress={() => (isPlaying ? player.pause() : void player.play())}
      />
      <ToolButton icon={StepForward} text={say('clip.forward')} onPress={() => void player.step(1)} />
      {best !== null && (
        <ToolButton icon={Star} text={say('clip.best')} onPress={() => void player.seek(best)} />
      )}
    </ToolRow>
  );
}
