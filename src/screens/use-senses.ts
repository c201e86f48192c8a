import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Announcer } from '../feedback/announce.ts';
import type { LiveView } from '../live-view.ts';
import { sound } from '../senses/announce-aloud.ts';
import { speaker } from '../senses/speech.ts';
import { keepAwake, type Wakefulness } from '../senses/wake-lock.ts';
import { wakefulness } from '../settings.ts';

/** What else of a live view is to be heard and felt. */
export interface Senses {
  /** Tells that the held picture was kept. */
  readonly tellCaptured: () => void;
  /** Whether the screen stays on. */
  readonly wake: ReadonlySignal<Wakefulness>;
}

const resting = signal<Wakefulness>('resting');

/** While `isLive`, announces what the view says by tone, buzz and voice as switched on, and keeps the screen on. */
export function useSenses(view: LiveView, isLive: boolean): Senses {
  const [announcer] = useState(() => new Announcer());
  const [wake, setWake] = useState<ReadonlySignal<Wakefulness>>(resting);
  const isKeptOn = isLive && wakefulness.value === 'on';
  useEffect(() => {
    if (!isLive) return;
    const stop = view.moment.subscribe((moment) => {
      const feedback = view.feedback.peek();
      if (moment === null || feedback === null) return announcer.forget();
      const news = announcer.see(feedback, moment.atMs);
      if (news !== null) sound(news);
    });
    return () => {
      stop();
      announcer.forget();
      speaker.hush();
    };
  }, [view, isLive, announcer]);
  useEffect(() => {
    if (!isKeptOn) return setWake(resting);
    const leaving = new AbortController();
    setWake(keepAwake(leaving.signal));
    return () => leaving.abort();
  }, [isKeptOn]);
  const tellCaptured = (): void => {
    const atMs = view.moment.peek()?.atMs;
    if (atMs !== undefined) sound(announcer.capture(atMs));
  };
  return { tellCaptured, wake };
}
