import type { VNode } from 'preact';
import { Slider } from '../components/slider.tsx';
import { patientRanges } from '../patient/patient-ranges.ts';
import { firstSettings, type PatientSettings } from '../patient/patient-settings.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';

/** Settings that are one number. */
type NumberSetting = Exclude<keyof typeof patientRanges, 'seed' | 'tgcDb' | 'frozenAt'>;

interface SettingSliderProps {
  readonly patient: VirtualPatient;
  readonly name: NumberSetting;
  readonly label: string;
  readonly format: (value: number) => string;
  /** What holds while the setting is left open. */
  readonly otherwise?: number | undefined;
  readonly isDisabled?: boolean;
}

/** A slider for one setting of the virtual patient. */
export function SettingSlider(props: SettingSliderProps): VNode {
  const { patient, name, label, format, otherwise, isDisabled = false } = props;
  const range = patientRanges[name];
  const home = firstSettings[name] ?? otherwise ?? range.min;
  return (
    <Slider
      label={label}
      value={patient.settings.value[name] ?? home}
      home={home}
      range={range}
      format={format}
      isDisabled={isDisabled}
      onChange={(value) => patient.change({ [name]: value } satisfies Partial<PatientSettings>)}
    />
  );
}
