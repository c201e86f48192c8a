import { Cpu } from 'lucide';
import type { VNode } from 'preact';
import type { EngineState } from '../engine.ts';
import { formatMilliseconds } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { isOfflineReady } from '../pwa.ts';
import { useServices } from '../services.ts';
import { failureWords } from './failure-notice.tsx';
import { Icon } from './icon.tsx';
import styles from './status-line.module.css';

/** Which engine runs, how long a picture takes, and whether the app works offline; leads to the details. */
export function StatusLine(): VNode {
  const { engine, exam } = useServices();
  const state = engine.state.value;
  return (
    <div class={styles.status}>
      <a class={styles.line} href="#/settings" title={say('status.show')}>
        <Icon node={Cpu} size={18} />
        <span>{statusWords(state, exam.lastTime.value)}</span>
        {isOfflineReady.value && <span class={styles.offline}>{say('status.offline')}</span>}
      </a>
      {state.name === 'starting' && (
        <progress
          class={styles.progress}
          aria-label={say('start.progress')}
          max={1}
          value={startShare(state)}
        />
      )}
    </div>
  );
}

/** The engine's state in words. */
export function statusWords(state: EngineState, lastTime: number | null): string {
  if (state.name === 'failed') return `${say('start.failed')}. ${failureWords(state.failure).next}`;
  if (state.name === 'starting') return startWords(state);
  const backend = backendWords(state);
  if (lastTime === null) return say('status.waiting', { backend });
  return say('status.ready', { backend, time: say('status.time', { ms: formatMilliseconds(lastTime) }) });
}

function backendWords({ engine }: Extract<EngineState, { name: 'ready' }>): string {
  return engine.backend === 'wasm-threads'
    ? say('backend.wasm-threads', { threads: engine.threads })
    : say(`backend.${engine.backend}`);
}

function startWords({ step, done, total }: Extract<EngineState, { name: 'starting' }>): string {
  if (step !== 'download') return say(`start.${step}`);
  return say('start.download', { done: (done / 1e6).toFixed(1), total: (total / 1e6).toFixed(1) });
}

/** One bar from nothing to ready: most of it is the download, where there is one. */
function startShare({ step, done, total }: Extract<EngineState, { name: 'starting' }>): number {
  const before = { backend: 0.02, download: 0.05, check: 0.8, 'warm-up': 0.85, ready: 1 }[step];
  return step === 'download' && total > 0 ? before + 0.75 * (done / total) : before;
}
