import { drawExample } from '../src/phantom/draw-example.ts';
import type { Sample, SampleRequest } from './protocol.ts';

self.addEventListener('message', ({ data }: MessageEvent<SampleRequest>) => {
  const { image } = drawExample(data.seed, data);
  const pixels = new ImageData(image.width, image.height);
  image.data.forEach((grey, i) => {
    pixels.data.set([grey, grey, grey, 255], i * 4);
  });
  self.postMessage({ pixels } satisfies Sample);
});
