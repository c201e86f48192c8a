import { Failure } from '../src/failure.ts';
import { sizeOf } from './draw-picture.ts';
import type { EncodeRequests } from './encode-protocol.ts';
import type { Picture } from './protocol.ts';
import { serve } from './serve.ts';

/** Enough to read speckle by eye, at about a tenth of the bytes of a PNG. */
const quality = 0.9;
/** As large as scanners save their pictures. */
const longestSide = 1280;

serve<EncodeRequests>(
  {
    async encode({ picture }) {
      try {
        return await draw(picture).convertToBlob({ type: 'image/jpeg', quality });
      } finally {
        if ('close' in picture) picture.close();
      }
    },
  },
  self,
);

function draw(picture: Picture): OffscreenCanvas {
  const isPixels = picture instanceof ImageData;
  const { width, height } = sizeOf(picture);
  const scale = isPixels ? 1 : Math.min(1, longestSide / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Failure('unexpected', 'no 2D canvas in the worker');
  if (isPixels) context.putImageData(picture, 0, 0);
  else context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
