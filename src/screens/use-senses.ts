import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Announcer } from '../feedback/announce.ts';
import type { LiveSession } from '../live-session.ts';
import { sound } from '../senses/announce-aloud.ts';
import { speaker } from '../senses/speech.ts';
import { keepAwake, type Wakefulness } from '../senses/wake-lock.ts';
import { wakefulness } from '../settings.ts';

const resting = signal<Wakefulness>('resting');

/**
 * While `isLive`, announces what the session says by tone, buzz and voice as switched on, and keeps the screen on.
 * Returns whether it stays on.
 */
export function useSenses(session: LiveSession, isLive: boolean): Wakefulness {
  const [announcer] = useState(() => new Announcer());
  const [wake, setWake] = useState<ReadonlySignal<Wakefulness>>(resting);
  const isKeptOn = isLive && wakefulness.value === 'on';
  useEffect(() => {
    if (!isLive) return;
    const { view } = session;
    let last = session.kept.peek()[0];
    const stopKept = session.kept.subscribe(([newest]) => {
      const atMs = view.moment.peek()?.atMs;
      if (newest !== last && newest?.isAutomatic && atMs !== undefined) sound(announcer.capture(atMs));
      last = newest;
    });
    const stop = view.moment.subscribe((moment) => {
      const feedback = view.feedback.peek();
      if (moment === null || feedback === null) return announcer.forget();
      const news = announcer.see(feedback, moment.atMs);
      if (news !== null) sound(news);
    });
    return () => {
      stop();
      stopKept();
      announcer.forget();
      speaker.hush();
    };
  }, [session, isLive, announcer]);
  useEffect(() => {
    if (!isKeptOn) return setWake(resting);
    const leaving = new AbortController();
    setWake(keepAwake(leaving.signal));
    return () => leaving.abort();
  }, [isKeptOn]);
  return wake.value;
}
