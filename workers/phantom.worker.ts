import { drawExample } from '../src/phantom/draw-example.ts';
import { paintGrey } from './paint-grey.ts';
import type { PhantomRequest, Sample, Scan } from './protocol.ts';
import { scanPatient } from './scan-patient.ts';

self.addEventListener('message', ({ data }: MessageEvent<PhantomRequest>) => {
  const answer = answerOf(data);
  self.postMessage(answer, [answer.pixels.data.buffer]);
});

function answerOf(request: PhantomRequest): Sample | Scan {
  if (request.kind === 'scan') return scanPatient(request.args);
  const { seed, width, height } = request.args;
  return { pixels: paintGrey(drawExample(seed, { width, height }).image) };
}
