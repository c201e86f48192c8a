import type { Announcement } from '../feedback/announce.ts';
import { sayPhrase } from '../i18n/say.ts';
import { speech, tones, vibration } from '../settings.ts';
import { speaker } from './speech.ts';
import { playTone } from './tones.ts';
import { vibrate } from './vibration.ts';

/** Sounds, buzzes and says it, each where it is switched on. Advice alone has no tone: a tone means a turn. */
export function sound({ kind, words }: Announcement): void {
  if (kind !== 'advice') {
    if (tones.peek() === 'on') void playTone(kind);
    if (vibration.peek() === 'on') vibrate(kind);
  }
  if (speech.peek() === 'on' && words !== null) speaker.speak(sayPhrase(words));
}
