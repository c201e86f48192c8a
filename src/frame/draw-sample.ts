import type { Sample, SampleRequest } from '../../workers/protocol.ts';
import { Failure } from '../failure.ts';
import { encodePicture } from './encode-picture.ts';
import type { Frame } from './frame.ts';

/** A slow phone draws a picture in a few seconds. */
const longestWait = 60_000;

/**
 * Has a simulated patient scanned in a worker of its own: another seed is another patient, hand and machine.
 * @throws Failure `worker-lost` or `timed-out`.
 */
export async function drawSample(seed: number, name: string): Promise<Frame> {
  const worker = new Worker(new URL('../../workers/phantom.worker.ts', import.meta.url), { type: 'module' });
  try {
    const { pixels } = await ask(worker, { seed, width: 640, height: 480 });
    const bitmap = await createImageBitmap(pixels);
    const picture = await encodePicture(bitmap, { longestSide: 640, type: 'image/png' });
    return { bitmap, origin: 'sample', name, picture, notice: 'simulated' };
  } finally {
    worker.terminate();
  }
}

function ask(worker: Worker, request: SampleRequest): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Failure('timed-out', 'phantom')), longestWait);
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      finish();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Sample>) => settle(() => resolve(data)));
    worker.addEventListener('error', ({ message }) =>
      settle(() => reject(new Failure('worker-lost', message))),
    );
    worker.postMessage(request);
  });
}
