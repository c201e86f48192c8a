import type { VNode } from 'preact';
import { Switch } from '../components/switch.tsx';
import { say } from '../i18n/say.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';
import styles from './patient-controls.module.css';

/** What the machine writes into its picture. */
export function PatientOverlays({ patient }: { readonly patient: VirtualPatient }): VNode {
  const { ruler, greyBar, text, textInside, calipers } = patient.settings.value;
  return (
    <div>
      <Switch
        label={say('patient.ruler')}
        isOn={ruler}
        onChange={(isOn) => patient.change({ ruler: isOn })}
      />
      <Switch
        label={say('patient.grey-bar')}
        isOn={greyBar}
        onChange={(isOn) => patient.change({ greyBar: isOn })}
      />
      <Switch
        label={say('patient.text')}
        isOn={text}
        onChange={(isOn) => patient.change({ text: isOn, textInside: false })}
      />
      <Switch
        label={say('patient.text.inside')}
        isOn={textInside}
        onChange={(isOn) => patient.change({ textInside: isOn, text: false })}
      />
      <Switch
        label={say('patient.calipers')}
        isOn={calipers}
        onChange={(isOn) => patient.change({ calipers: isOn })}
      />
      <p class={styles.hint}>{say('patient.overlays.more')}</p>
    </div>
  );
}
