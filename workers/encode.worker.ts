import type { EncodeRequests } from './protocol.ts';
import { serve } from './serve.ts';

/** Enough to read speckle by eye, at about a tenth of the bytes of a PNG. */
const quality = 0.9;

serve<EncodeRequests>(
  {
    async encode({ picture }) {
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
      return canvas.convertToBlob({ type: 'image/jpeg', quality });
    },
  },
  self,
);
