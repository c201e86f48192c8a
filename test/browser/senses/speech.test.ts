import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseVoice, Speaker } from '../../../src/senses/speech.ts';

// The edge is faked: headless Chromium has no voices, and which ones a device has is what is tested.
function voice(name: string, change: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice {
  return { name, lang: 'en-GB', localService: true, default: false, voiceURI: name, ...change };
}

class Utterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  constructor(readonly text: string) {}
}

/** A device with these voices; `said` is what it was told, in order. */
function fakeDevice(first: readonly SpeechSynthesisVoice[]) {
  const said: string[] = [];
  let voices = first;
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [...voices],
    speak: (utterance: Utterance) => said.push(`${utterance.voice?.name}: ${utterance.text}`),
    cancel: () => said.push('cancel'),
  });
  const load = (loaded: readonly SpeechSynthesisVoice[]): void => {
    voices = loaded;
    synthesis.dispatchEvent(new Event('voiceschanged'));
  };
  return { speaker: new Speaker(synthesis as unknown as SpeechSynthesis), said, load };
}

describe('spoken advice', () => {
  // A real utterance takes real voices only.
  beforeEach(() => void vi.stubGlobal('SpeechSynthesisUtterance', Utterance));
  afterEach(() => vi.unstubAllGlobals());

  it('never takes a voice that sends the text away, even when it is the only one', () => {
    const { speaker, said } = fakeDevice([voice('cloud', { localService: false, default: true })]);
    expect(speaker.state.value).toBe('no-voice');
    speaker.speak('Hold still.');
    expect(said).toEqual([]);
  });

  it('takes the local voice of the app’s language, the reader’s own first', () => {
    const [german, british, own] = [
      voice('german', { lang: 'de-DE', default: true }),
      voice('british'),
      voice('own', { lang: 'en_US', default: true }),
    ];
    const cloud = voice('cloud', { localService: false });
    expect(chooseVoice([cloud, german, british, own])).toBe(own);
    expect(chooseVoice([cloud, german, british])).toBe(british);
    expect(chooseVoice([cloud, german])).toBeNull();
  });

  it('waits for voices that load late', () => {
    const { speaker, said, load } = fakeDevice([]);
    expect(speaker.state.value).toBe('no-voice');
    load([voice('late')]);
    expect(speaker.state.value).toBe('ready');
    speaker.speak('Hold still.');
    expect(said).toEqual(['cancel', 'late: Hold still.']);
  });

  it('does not queue: what is new takes the place of what is being said', () => {
    const { speaker, said } = fakeDevice([voice('local')]);
    speaker.speak('One.');
    speaker.speak('Two.');
    speaker.hush();
    expect(said).toEqual(['cancel', 'local: One.', 'cancel', 'local: Two.', 'cancel']);
  });

  it('says so where the browser cannot speak', () => {
    const speaker = new Speaker(null);
    expect(speaker.state.value).toBe('unsupported');
    expect(() => speaker.speak('Hold still.')).not.toThrow();
  });
});
