import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QualityLabel } from '../../../src/analysis.ts';
import { advise, type Feedback } from '../../../src/feedback/advise.ts';
import { type Announcement, Announcer } from '../../../src/feedback/announce.ts';
import { addMessages } from '../../../src/i18n/en.ts';
import { advice } from '../../../src/i18n/en-advice.ts';
import { live } from '../../../src/i18n/en-live.ts';
import { sayPhrase } from '../../../src/i18n/say.ts';
import { makeAnalysis } from '../../fixtures/make-analysis.ts';

addMessages({ ...advice, ...live });

const good = advise(makeAnalysis(['optimal']));
const dark = advise(makeAnalysis(['gain'], { brightness: 3 }));
const bright = advise(makeAnalysis(['gain'], { brightness: 80 }));
const covered = advise(makeAnalysis(['artefact']));
const wrong = advise(makeAnalysis(['wrong']));

type Heard = readonly [atMs: number, kind: Announcement['kind'], words: string | null];

/** Shows each feedback from its moment on, ten times a second until `endMs`; what was announced and when. */
function hear(timeline: readonly (readonly [fromMs: number, feedback: Feedback])[], endMs: number): Heard[] {
  const announcer = new Announcer();
  const heard: Heard[] = [];
  for (let atMs = 0; atMs < endMs; atMs += 100) {
    const shown = timeline.findLast(([from]) => from <= atMs)?.[1];
    const news = shown && announcer.see(shown, atMs);
    if (news) heard.push([atMs, news.kind, news.words && sayPhrase(news.words)]);
  }
  return heard;
}

/** Shows these feedbacks, each so long after the one before, and checks every announcement against the rule. */
function expectCalm(moments: readonly (readonly [gapMs: number, feedback: Feedback])[]): void {
  const announcer = new Announcer();
  const spoken = new Map<string, number>();
  let [atMs, before, last] = [0, '', Number.NEGATIVE_INFINITY];
  for (const [gap, feedback] of moments) {
    atMs += gap;
    const news = announcer.see(feedback, atMs);
    if (news === null) continue;
    const verdict = JSON.stringify(feedback.verdict);
    const text = news.words && sayPhrase(news.words);
    if (text !== null)
      expect(atMs - (spoken.get(text) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(10_000);
    if (verdict === before) expect(atMs - last).toBeGreaterThanOrEqual(4000);
    if (text !== null) spoken.set(text, atMs);
    [before, last] = [verdict, atMs];
  }
}

const hold = 'Good view. Hold still.';
const line = ({ steps }: Feedback): string => sayPhrase(steps[0].line);

describe('what is announced', () => {
  it('tells Optimal once, and nothing while nothing changes', () => {
    expect(hear([[0, good]], 60_000)).toEqual([[0, 'good', hold]]);
    expect(hear([[0, covered]], 60_000)).toEqual([[0, 'advice', line(covered)]]);
  });

  it('tells the coming and going of Optimal at once, with what to do', () => {
    const heard = hear(
      [
        [0, covered],
        [1000, good],
        [2500, dark],
      ],
      9000,
    );
    expect(heard).toEqual([
      [0, 'advice', line(covered)],
      [1000, 'good', hold],
      [2500, 'lost', line(dark)],
    ]);
  });

  it('tells another fault at once, but other advice on the same fault only after four seconds', () => {
    expect(
      hear(
        [
          [0, covered],
          [500, dark],
        ],
        9000,
      ).map(([at]) => at),
    ).toEqual([0, 500]);
    expect(
      hear(
        [
          [0, dark],
          [500, bright],
        ],
        9000,
      ),
    ).toEqual([
      [0, 'advice', line(dark)],
      [4000, 'advice', line(bright)],
    ]);
  });

  it('never says what no longer holds when its time comes', () => {
    const heard = hear(
      [
        [0, dark],
        [500, bright],
        [3000, dark],
      ],
      30_000,
    );
    expect(heard).toEqual([[0, 'advice', line(dark)]]);
  });

  it('lets advice stand for a second before it is said', () => {
    const heard = hear(
      [
        [0, dark],
        [8000, bright],
        [8500, dark],
      ],
      30_000,
    );
    expect(heard).toEqual([[0, 'advice', line(dark)]]);
    expect(
      hear(
        [
          [0, dark],
          [8000, bright],
        ],
        30_000,
      )[1],
    ).toEqual([9000, 'advice', line(bright)]);
  });

  it('says no sentence twice in ten seconds; the tone alone tells what was said a moment ago', () => {
    const heard = hear(
      [
        [0, good],
        [2000, covered],
        [4000, good],
        [12_000, covered],
      ],
      30_000,
    );
    expect(heard).toEqual([
      [0, 'good', hold],
      [2000, 'lost', line(covered)],
      [4000, 'good', null],
      [12_000, 'lost', line(covered)],
    ]);
  });

  it('tells that a picture was kept, and then keeps quiet', () => {
    const announcer = new Announcer();
    announcer.see(good, 0);
    expect(announcer.capture(1500)).toMatchObject({ kind: 'captured' });
    for (let at = 1600; at < 20_000; at += 100) expect(announcer.see(good, at)).toBeNull();
  });

  it('starts afresh with another source', () => {
    const announcer = new Announcer();
    announcer.see(good, 0);
    announcer.forget();
    expect(announcer.see(covered, 100)).toMatchObject({ kind: 'advice' });
    announcer.forget();
    expect(announcer.see(covered, 200)).toMatchObject({ kind: 'advice', words: covered.steps[0].line });
  });

  it('never chatters, whatever the moments say', () => {
    const moment = fc.tuple(
      fc.integer({ min: 40, max: 3000 }),
      fc.constantFrom(good, dark, bright, covered, wrong),
    );
    fc.assert(fc.property(fc.array(moment, { minLength: 5, maxLength: 60 }), expectCalm));
  });

  it('uses every label at most as one sentence', () => {
    const labels: readonly QualityLabel[] = ['artefact', 'gain', 'position'];
    const many = advise(makeAnalysis(labels));
    expect(hear([[0, many]], 30_000)).toHaveLength(1);
  });
});
