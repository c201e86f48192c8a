import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { SliderRow } from '../components/slider.tsx';
import { say } from '../i18n/say.ts';
import { patientRanges } from '../patient/patient-ranges.ts';
import { firstSettings } from '../patient/patient-settings.ts';
import { probeModels } from '../phantom/probe.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';
import styles from './patient-controls.module.css';
import { unit } from './patient-units.ts';
import { SettingSlider } from './setting-slider.tsx';

/** The knobs of the machine. */
export function PatientMachine({ patient }: { readonly patient: VirtualPatient }): VNode {
  const { kind } = patient.settings.value;
  return (
    <>
      <div class={styles.sliders}>
        <SettingSlider patient={patient} name="gainDb" label={say('patient.gain')} format={unit.decibels} />
        <SettingSlider
          patient={patient}
          name="depthCm"
          label={say('patient.depth')}
          format={unit.centimetres}
        />
        <SettingSlider
          patient={patient}
          name="focusCm"
          label={say('patient.focus')}
          format={unit.centimetres}
        />
        <SettingSlider patient={patient} name="zoom" label={say('patient.zoom')} format={unit.times} />
        <SettingSlider
          patient={patient}
          name="frequencyMhz"
          label={say('patient.frequency')}
          format={unit.megahertz}
          otherwise={probeModels[kind].frequencyMhz}
        />
        <SettingSlider
          patient={patient}
          name="dynamicRangeDb"
          label={say('patient.dynamic-range')}
          format={unit.plainDecibels}
        />
        <SettingSlider patient={patient} name="looks" label={say('patient.looks')} format={unit.count} />
        <SettingSlider
          patient={patient}
          name="smoothing"
          label={say('patient.smoothing')}
          format={unit.count}
        />
        <SettingSlider
          patient={patient}
          name="noiseDb"
          label={say('patient.noise')}
          format={unit.plainDecibels}
        />
      </div>
      <TimeGain patient={patient} />
    </>
  );
}

/** The eight sliders that make up for what tissue swallows, from skin to far field. */
function TimeGain({ patient }: { readonly patient: VirtualPatient }): VNode {
  const sliders = patient.settings.value.tgcDb;
  const set = (index: number, value: number): void =>
    patient.change({ tgcDb: sliders.map((old, i) => (i === index ? value : old)) });
  return (
    <fieldset class={styles.tgc}>
      <legend class={styles.group}>{say('patient.tgc')}</legend>
      {sliders.map((value, i) => (
        <SliderRow
          key={shortName(i, sliders.length)}
          label={shortName(i, sliders.length)}
          longLabel={say('patient.tgc.slider', { number: i + 1 })}
          value={value}
          home={0}
          range={patientRanges.tgcDb}
          format={unit.decibels}
          onChange={(changed) => set(i, changed)}
        />
      ))}
      <Button onPress={() => patient.change({ tgcDb: firstSettings.tgcDb })}>
        {say('patient.tgc.level')}
      </Button>
    </fieldset>
  );
}

function shortName(index: number, count: number): string {
  if (index === 0) return say('patient.tgc.near');
  return index === count - 1 ? say('patient.tgc.far') : String(index + 1);
}
