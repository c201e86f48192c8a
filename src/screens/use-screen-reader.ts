import { type Signal, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { ScreenView } from '../../workers/screen-protocol.ts';
import type { Glimpse } from '../frame/glimpse.ts';
import { glimpseScreen } from '../frame/glimpse-screen.ts';
import { startScreenReader } from '../frame/screen-link.ts';
import type { Quad } from '../scanner-screen/quad.ts';

/** The scanner's screen in the camera's view. */
export interface ScreenReader {
  /** What was seen last; null before the first picture. */
  readonly view: Signal<ScreenView | null>;
  /** Corners that were set by hand; null while the screen is found by itself. */
  readonly handSet: Signal<Quad | null>;
  /** Each camera picture's screen, spread flat; the worker lives as long as the loop. */
  readonly read: (glimpses: AsyncIterable<Glimpse>) => AsyncIterable<Glimpse>;
}

/** A reader that forgets what it saw, and the corners set by hand, when `isOn` ends. */
export function useScreenReader(isOn: boolean): ScreenReader {
  const [reader] = useState(makeReader);
  useEffect(() => {
    if (isOn) return;
    reader.view.value = null;
    reader.handSet.value = null;
  }, [reader, isOn]);
  return reader;
}

function makeReader(): ScreenReader {
  const view = signal<ScreenView | null>(null);
  const handSet = signal<Quad | null>(null);
  async function* read(glimpses: AsyncIterable<Glimpse>): AsyncGenerator<Glimpse> {
    const worker = startScreenReader();
    try {
      yield* glimpseScreen(glimpses, {
        ask: worker.ask,
        handSet,
        onView: (seen) => {
          view.value = seen;
        },
      });
    } finally {
      worker.end();
    }
  }
  return { view, handSet, read };
}
