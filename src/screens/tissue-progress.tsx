import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import screen from '../components/screen.module.css';
import { say } from '../i18n/say.ts';
import { useServices } from '../services.ts';

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What is waited for, in words; the model's way to this device is told as a share. */
export function TissueProgress({ step }: { readonly step: 'opening' | 'simulating' | 'reading' }): VNode {
  const { inference, engine } = useServices();
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(
    () =>
      inference.onNews((news) => {
        if (news.news === 'model-progress') setProgress(news.step === 'download' ? news : null);
      }),
    [inference],
  );
  const isStarting = step === 'reading' && engine.state.value.name === 'starting';
  return (
    <p class={screen.center} role="status">
      {isStarting ? say('tissue.loading') : wordsFor(step, progress)}
    </p>
  );
}

function wordsFor(step: 'opening' | 'simulating' | 'reading', progress: Progress | null): string {
  if (step !== 'reading' || progress === null) return say(`tissue.${step}`);
  const percent = Math.round((100 * progress.done) / Math.max(1, progress.total));
  return say('tissue.loading.share', { percent });
}
