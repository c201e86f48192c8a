import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { phrase } from '../../../src/i18n/say.ts';
import { sound } from '../../../src/senses/announce-aloud.ts';
import { speaker } from '../../../src/senses/speech.ts';
import { speech, tones, vibration } from '../../../src/settings.ts';

const words = phrase('verdict.optimal');

describe('what is announced', () => {
  const vibrate = vi.fn((_: Iterable<number>) => true);
  const speak = vi.fn();
  const play = vi.fn();
  let isTapped = true;

  beforeEach(() => {
    for (const fake of [vibrate, speak, play]) fake.mockClear();
    isTapped = true;
    vi.spyOn(navigator, 'vibrate').mockImplementation(vibrate);
    vi.spyOn(navigator.userActivation, 'hasBeenActive', 'get').mockImplementation(() => isTapped);
    vi.spyOn(speaker, 'speak').mockImplementation(speak);
    vi.spyOn(OscillatorNode.prototype, 'start').mockImplementation(play);
    vi.spyOn(OscillatorNode.prototype, 'stop').mockReturnValue(undefined);
    vi.spyOn(AudioContext.prototype, 'resume').mockResolvedValue(undefined);
    for (const setting of [tones, vibration, speech]) setting.value = 'on';
  });

  afterEach(() => vi.restoreAllMocks());

  it('is heard, felt and said where each is switched on', async () => {
    sound({ kind: 'good', words });
    await expect.poll(() => play.mock.calls.length).toBe(2);
    expect(vibrate).toHaveBeenCalledTimes(1);
    expect(speak).toHaveBeenCalledWith('Optimal');
  });

  it('is not where it is switched off', async () => {
    for (const setting of [tones, vibration, speech]) setting.value = 'off';
    sound({ kind: 'good', words });
    await Promise.resolve();
    for (const fake of [vibrate, speak, play]) expect(fake).not.toHaveBeenCalled();
  });

  it('is only said when it is advice, and only sounds when it was said a moment ago', async () => {
    sound({ kind: 'advice', words });
    await Promise.resolve();
    expect(vibrate).not.toHaveBeenCalled();
    expect(play).not.toHaveBeenCalled();
    expect(speak).toHaveBeenCalledTimes(1);
    sound({ kind: 'lost', words: null });
    await expect.poll(() => play.mock.calls.length).toBe(2);
    expect(speak).toHaveBeenCalledTimes(1);
  });

  it('feels different for each turn', () => {
    for (const kind of ['good', 'lost', 'captured'] as const) sound({ kind, words });
    expect(new Set(vibrate.mock.calls.map(String)).size).toBe(3);
  });

  it('waits for the first tap on the page, without which browsers refuse', async () => {
    isTapped = false;
    sound({ kind: 'good', words });
    await Promise.resolve();
    expect(vibrate).not.toHaveBeenCalled();
    expect(play).not.toHaveBeenCalled();
  });
});
