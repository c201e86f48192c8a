import { type Phrase, phrase } from '../i18n/say.ts';
import type { Feedback } from './advise.ts';
import { keyOf } from './verdict.ts';

/** Something worth a sound, a buzz or a sentence. */
export interface Announcement {
  /** Optimal came, Optimal went, the held picture was kept, or there is something else to do. */
  readonly kind: 'good' | 'lost' | 'captured' | 'advice';
  /** What to say; null where the sentence was said a moment ago and the tone is enough. */
  readonly words: Phrase | null;
}

/** While the verdict stays, one piece of advice follows another no sooner than this. */
const pauseMs = 4000;
/** The same sentence is not said again before this. */
const repeatMs = 10_000;
/** Advice under the same verdict must stand for so long: two faults that change places are no news. */
const standMs = 1000;

/**
 * Decides what of a live view is announced. The rule: the coming and going of Optimal at once; other advice at once when
 * the verdict changed, else when it has stood for a second and the last words are four seconds old; no sentence twice in
 * ten seconds; nothing while nothing changes. There is no queue: what no longer holds when its time comes is never said.
 */
export class Announcer {
  private wasGood = false;
  /** What was told last, in words or by a tone, under which verdict and when. */
  private told: { readonly sentence: string; readonly verdict: string; readonly atMs: number } | null = null;
  private standing: { readonly sentence: string; readonly fromMs: number } | null = null;
  private readonly said = new Map<string, number>();

  /** Takes in what is shown now, as calmed by `SteadyVerdict`; `atMs` never goes back. Null: nothing to announce. */
  see(feedback: Feedback, atMs: number): Announcement | null {
    const { verdict, steps } = feedback;
    const isGood = verdict.kind === 'optimal';
    const words = isGood ? phrase('live.hold') : steps[0].line;
    const sentence = JSON.stringify(words);
    if (this.standing?.sentence !== sentence) this.standing = { sentence, fromMs: atMs };
    const hasTurned = isGood !== this.wasGood;
    this.wasGood = isGood;
    const isRepeated = this.isRepeated(sentence, atMs);
    if (!hasTurned && (isRepeated || !this.isDue(sentence, keyOf(verdict), atMs))) return null;
    this.told = { sentence, verdict: keyOf(verdict), atMs };
    if (!isRepeated) this.said.set(sentence, atMs);
    const turn = isGood ? 'good' : 'lost';
    return { kind: hasTurned ? turn : 'advice', words: isRepeated ? null : words };
  }

  /** The picture was held long enough and is kept. */
  capture(atMs: number): Announcement {
    if (this.told) this.told = { ...this.told, atMs };
    return { kind: 'captured', words: phrase('live.captured') };
  }

  /** What was seen so far is of another source. */
  forget(): void {
    this.wasGood = false;
    this.told = null;
    this.standing = null;
    this.said.clear();
  }

  private isRepeated(sentence: string, atMs: number): boolean {
    const at = this.said.get(sentence);
    return at !== undefined && atMs - at < repeatMs;
  }

  private isDue(sentence: string, verdict: string, atMs: number): boolean {
    if (this.told === null) return true;
    if (this.told.sentence === sentence) return false;
    if (this.told.verdict !== verdict) return true;
    const hasStood = this.standing !== null && atMs - this.standing.fromMs >= standMs;
    return hasStood && atMs - this.told.atMs >= pauseMs;
  }
}
