import type { EngineState } from './engine.ts';
import { toFailure } from './failure.ts';
import { readStorageState } from './history/storage.ts';
import type { Inference } from './inference.ts';
import type { Services } from './services.ts';
import { keeping } from './settings.ts';

/** A text for a bug report: the device, the browser, the engine; no picture, no name, no record. */
export async function writeDiagnostics({ engine, exam, inference }: Services): Promise<string> {
  const lastTime = exam.lastTime.value;
  const storage = await readStorageState();
  const lines: Record<string, unknown> = {
    app: `Kidney Ultrasound Coach ${__APP_VERSION__}`,
    time: new Date().toISOString(),
    browser: navigator.userAgent,
    languages: navigator.languages.join(' '),
    screen: `${innerWidth} × ${innerHeight} at ${devicePixelRatio}`,
    cores: navigator.hardwareConcurrency,
    isolated: crossOriginIsolated,
    'service worker': navigator.serviceWorker?.controller ? 'in control' : 'none',
    webgpu: 'gpu' in navigator ? 'offered' : 'not offered',
    storage: `${storage.usageBytes ?? '?'} of ${storage.quotaBytes ?? '?'} bytes, persisted ${storage.persisted}, asked ${keeping.value}`,
    engine: describeEngine(engine.state.value),
    tensors: await describeTensors(inference),
    'last picture': lastTime === null ? 'none' : `${lastTime.toFixed(1)} ms`,
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function describeEngine(state: EngineState): string {
  if (state.name === 'failed') return `failed, ${state.failure.message}`;
  if (state.name === 'starting') return `starting, ${state.step} ${state.done} of ${state.total}`;
  const { backend, threads, adapter, rejected, selfTest } = state.engine;
  const difference = selfTest.largestDifference.toExponential(1);
  return [
    `${backend}, threads ${threads}, adapter ${adapter ?? 'none'}`,
    `self-test ${selfTest.passed ? 'passed' : 'failed'} with ${difference} of ${selfTest.tolerance}`,
    ...rejected.map((rung) => `${rung.backend} left out: ${rung.reason}`),
  ].join('; ');
}

async function describeTensors(inference: Inference): Promise<string> {
  try {
    const { tensors, bytes } = await inference.ask('readMemory', null);
    return `${tensors}, ${bytes} bytes`;
  } catch (error) {
    return toFailure(error).message;
  }
}
