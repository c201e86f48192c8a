import { computed, signal } from '@preact/signals';

/** The language of the app's words. */
const language = 'en';

/**
 * The voice that speaks: of this language and on this device, the reader's own choice first. A voice that is not local
 * is never taken, because the text would leave the device.
 */
export function chooseVoice(among: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const local = among.filter(({ localService, lang }) => localService && isOwnLanguage(lang));
  return local.find((voice) => voice.default) ?? local[0] ?? null;
}

function isOwnLanguage(lang: string): boolean {
  // Android writes en_US.
  return lang.toLowerCase().split(/[-_]/)[0] === language;
}

/** Spoken advice by this browser's own synthesis; null where it has none. */
export class Speaker {
  private readonly voice = signal<SpeechSynthesisVoice | null>(null);
  /** Whether advice can be spoken here, and why not; changes when voices arrive. */
  readonly state = computed(() => {
    if (this.synthesis === null) return 'unsupported';
    return this.voice.value === null ? 'no-voice' : 'ready';
  });

  constructor(private readonly synthesis: SpeechSynthesis | null) {
    const choose = (): void => {
      this.voice.value = chooseVoice(synthesis?.getVoices() ?? []);
    };
    choose();
    // Most browsers load their voices after the page.
    synthesis?.addEventListener('voiceschanged', choose);
  }

  /** Says it now, in place of what is being said; there is no queue. Without a local voice it says nothing. */
  speak(text: string): void {
    const voice = this.voice.peek();
    if (this.synthesis === null || voice === null) return;
    this.synthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    this.synthesis.speak(utterance);
  }

  /** Stops in the middle of a word. */
  hush(): void {
    this.synthesis?.cancel();
  }
}

/** This device's own. */
export const speaker = new Speaker(globalThis.speechSynthesis ?? null);
