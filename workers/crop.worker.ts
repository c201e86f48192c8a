import { prepareCrop } from '../src/findings/prepare-crop.ts';
import type { CropRequests } from './crop-protocol.ts';
import { createPictureReader } from './read-picture.ts';
import { serve } from './serve.ts';

const readPicture = createPictureReader();

serve<CropRequests>(
  {
    async prepare({ picture, ...wanted }) {
      const began = performance.now();
      const { grey } = await readPicture(picture);
      return { ...prepareCrop(grey, wanted), tookMs: performance.now() - began };
    },
  },
  self,
  ({ inputs }) => inputs.map(({ grey }) => grey.buffer),
);
