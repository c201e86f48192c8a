import type { VNode } from 'preact';
import screen from '../components/screen.module.css';
import { say } from '../i18n/say.ts';
import { useServices } from '../services.ts';
import { useModelProgress } from './use-model-progress.ts';

/** What is waited for, in words; the model's way to this device is told as a share. */
export function TissueProgress({ step }: { readonly step: 'opening' | 'simulating' | 'reading' }): VNode {
  const { engine } = useServices();
  const percent = useModelProgress();
  const isStarting = step === 'reading' && engine.state.value.name === 'starting';
  return (
    <p class={screen.center} role="status">
      {isStarting ? say('tissue.loading') : wordsFor(step, percent)}
    </p>
  );
}

function wordsFor(step: 'opening' | 'simulating' | 'reading', percent: number | null): string {
  if (step !== 'reading' || percent === null) return say(`tissue.${step}`);
  return say('tissue.loading.share', { percent });
}
