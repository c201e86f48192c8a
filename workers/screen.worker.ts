import { createScreenReader } from './read-screen.ts';
import type { ScreenRequests } from './screen-protocol.ts';
import { serve } from './serve.ts';

serve<ScreenRequests>({ rectify: createScreenReader() }, self, ({ screen }) =>
  screen === null ? [] : [screen.rectified.data.buffer],
);
