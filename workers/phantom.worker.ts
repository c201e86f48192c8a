import { drawExample } from '../src/phantom/draw-example.ts';
import { drawLayered } from '../src/phantom/draw-layered.ts';
import { paintGrey } from './paint-grey.ts';
import type { PhantomRequests } from './phantom-protocol.ts';
import { scanPatient } from './scan-patient.ts';
import { serve } from './serve.ts';

serve<PhantomRequests>(
  {
    drawSample: async ({ seed, width, height }) => {
      const { image, truth } = drawExample(seed, { width, height });
      return { pixels: paintGrey(image), cmPerPixel: truth.cmPerPixel };
    },
    async drawLayered(wish) {
      const { picture, mask } = drawLayered(wish);
      return { pixels: paintGrey(picture), regions: mask.data };
    },
    scan: async (request) => scanPatient(request),
  },
  self,
  ({ pixels }) => [pixels.data.buffer],
);
