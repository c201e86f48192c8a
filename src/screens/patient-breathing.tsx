import type { VNode } from 'preact';
import { Choice } from '../components/choice.tsx';
import { say } from '../i18n/say.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';
import styles from './patient-controls.module.css';
import { unit } from './patient-units.ts';
import { SettingSlider } from './setting-slider.tsx';

/** What moves: the organs with the breath, the probe in the hand. */
export function PatientBreathing({ patient }: { readonly patient: VirtualPatient }): VNode {
  const { isBreathHeld } = patient.settings.value;
  return (
    <>
      <h3 class={styles.group}>{say('patient.movement')}</h3>
      <div class={styles.sliders}>
        <Choice
          title={say('patient.breath')}
          options={[
            { value: 'runs', text: say('patient.breath.runs') },
            { value: 'held', text: say('patient.breath.held') },
          ]}
          value={isBreathHeld ? 'held' : 'runs'}
          onChoose={(chosen) => patient.change({ isBreathHeld: chosen === 'held' })}
        />
        <SettingSlider
          patient={patient}
          name="heldBreathCm"
          label={say('patient.breath.depth')}
          format={unit.centimetres}
          isDisabled={!isBreathHeld}
        />
        <SettingSlider
          patient={patient}
          name="smearCm"
          label={say('patient.smear')}
          format={unit.centimetres}
        />
      </div>
    </>
  );
}
