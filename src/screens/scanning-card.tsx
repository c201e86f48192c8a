import type { Signal } from '@preact/signals';
import type { VNode } from 'preact';
import card from '../components/card.module.css';
import { Switch } from '../components/switch.tsx';
import { addMessages } from '../i18n/en.ts';
import { live } from '../i18n/en-live.ts';
import { say } from '../i18n/say.ts';
import { speaker } from '../senses/speech.ts';
import { canSound, playTone } from '../senses/tones.ts';
import { canVibrate, vibrate } from '../senses/vibration.ts';
import { canStayAwake } from '../senses/wake-lock.ts';
import { speech, tones, vibration, wakefulness } from '../settings.ts';

addMessages(live);

/** How a live view makes itself felt without being looked at; each switch gives a sample when it is turned on. */
export function ScanningCard(): VNode {
  return (
    <section class={card.card}>
      <h2>{say('senses.title')}</h2>
      <p class={card.quiet}>{say('senses.more')}</p>
      <SenseSwitch
        label={say('senses.tones')}
        setting={tones}
        note={say('senses.tones.more')}
        missing={canSound ? null : say('senses.tones.none')}
        sample={() => void playTone('good')}
      />
      <SenseSwitch
        label={say('senses.vibration')}
        setting={vibration}
        note={say('senses.vibration.more')}
        missing={canVibrate ? null : say('senses.vibration.none')}
        sample={() => vibrate('good')}
      />
      <SenseSwitch
        label={say('senses.speech')}
        setting={speech}
        note={say('senses.speech.more')}
        missing={speaker.state.value === 'ready' ? null : say(`senses.speech.${speaker.state.value}`)}
        sample={() => speaker.speak(say('senses.speech.sample'))}
        end={() => speaker.hush()}
      />
      <SenseSwitch
        label={say('senses.wake')}
        setting={wakefulness}
        note={say('senses.wake.more')}
        missing={canStayAwake ? null : say('senses.wake.none')}
      />
    </section>
  );
}

interface SenseSwitchProps {
  readonly label: string;
  readonly setting: Signal<'off' | 'on'>;
  readonly note: string;
  /** Why it is not to be had on this device, or null. */
  readonly missing: string | null;
  readonly sample?: () => void;
  readonly end?: () => void;
}

function SenseSwitch({ label, setting, note, missing, sample, end }: SenseSwitchProps): VNode {
  return (
    <Switch
      label={label}
      note={missing ?? note}
      isOn={missing === null && setting.value === 'on'}
      isDisabled={missing !== null}
      onChange={(isOn) => {
        setting.value = isOn ? 'on' : 'off';
        if (isOn) sample?.();
        else end?.();
      }}
    />
  );
}
