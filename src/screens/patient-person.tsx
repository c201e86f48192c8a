import { UserRoundPlus } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { Choice } from '../components/choice.tsx';
import { say } from '../i18n/say.ts';
import { settingChoices } from '../patient/patient-choices.ts';
import { patientRanges } from '../patient/patient-ranges.ts';
import { firstSettings } from '../patient/patient-settings.ts';
import type { FindingKind } from '../phantom/phantom.ts';
import type { VirtualPatient } from '../virtual-patient-model.ts';
import { PatientBreathing } from './patient-breathing.tsx';
import styles from './patient-controls.module.css';
import { unit } from './patient-units.ts';
import { SettingSlider } from './setting-slider.tsx';

interface PatientProps {
  readonly patient: VirtualPatient;
}

/** Who lies there, what the probe lies over, and what may be found. */
export function PatientPerson({ patient }: PatientProps): VNode {
  const { organ } = patient.settings.value;
  return (
    <>
      <PatientNumber patient={patient} />
      <Choice
        title={say('patient.organ')}
        isTitleShown
        options={settingChoices.organ.map((value) => ({ value, text: say(`patient.organ.${value}`) }))}
        value={organ}
        onChoose={(chosen) => patient.change({ organ: chosen })}
      />
      <fieldset class={styles.kidney} disabled={organ !== 'kidney'}>
        <Findings patient={patient} />
      </fieldset>
      <Body patient={patient} />
      <PatientBreathing patient={patient} />
    </>
  );
}

/** The number that makes this patient: the same number is the same patient, on every device. */
function PatientNumber({ patient }: PatientProps): VNode {
  const { min, max } = patientRanges.seed;
  return (
    <div class={styles.number}>
      <label class={styles.entry}>
        <span>{say('patient.number')}</span>
        <input
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={patient.settings.value.seed}
          onChange={({ currentTarget }) => {
            if (currentTarget.checkValidity() && currentTarget.value !== '')
              patient.meet(currentTarget.valueAsNumber);
          }}
        />
      </label>
      <Button icon={UserRoundPlus} onPress={() => patient.meet(Math.floor(Math.random() * max))}>
        {say('patient.new')}
      </Button>
      <p class={styles.hint}>{say('patient.number.more')}</p>
    </div>
  );
}

type Toggled = Exclude<FindingKind, 'hydronephrosis'>;
const toggled: readonly Toggled[] = ['stone', 'cyst', 'mass', 'bright-cortex'];
const grades = ['0', '1', '2', '3', '4'] as const;

function Findings({ patient }: PatientProps): VNode {
  const { findings, grade, ribs, gas } = patient.settings.value;
  const isWidened = findings.includes('hydronephrosis');
  const set = (kind: FindingKind, isThere: boolean): readonly FindingKind[] =>
    settingChoices.finding.filter((each) => (each === kind ? isThere : findings.includes(each)));
  return (
    <>
      <h3 class={styles.group}>{say('patient.findings')}</h3>
      <div class={styles.toggles}>
        {toggled.map((kind) => (
          <Button
            key={kind}
            isPressed={findings.includes(kind)}
            onPress={() => patient.change({ findings: set(kind, !findings.includes(kind)) })}
          >
            {say(`patient.finding.${kind}`)}
          </Button>
        ))}
        <Button isPressed={ribs} onPress={() => patient.change({ ribs: !ribs })}>
          {say('patient.ribs')}
        </Button>
        <Button isPressed={gas} onPress={() => patient.change({ gas: !gas })}>
          {say('patient.gas')}
        </Button>
      </div>
      <Choice
        title={say('patient.grade')}
        isTitleShown
        options={grades.map((value) => ({ value, text: value === '0' ? say('patient.grade.none') : value }))}
        value={grades[isWidened ? grade : 0]}
        onChoose={(chosen) => {
          const chosenGrade = settingChoices.grade.find((each) => String(each) === chosen);
          patient.change({
            findings: set('hydronephrosis', chosenGrade !== undefined),
            ...(chosenGrade === undefined ? {} : { grade: chosenGrade }),
          });
        }}
      />
    </>
  );
}

function Body({ patient }: PatientProps): VNode {
  const { sex, side } = patient.settings.value;
  const drawn = patient.met.value?.person;
  const { ageYears, egfr, build } = firstSettings;
  return (
    <>
      <h3 class={styles.group}>{say('patient.person')}</h3>
      <div class={styles.sliders}>
        <Choice
          title={say('patient.sex')}
          options={settingChoices.sex.map((value) => ({ value, text: say(`patient.sex.${value}`) }))}
          value={sex ?? drawn?.sex ?? 'female'}
          onChoose={(chosen) => patient.change({ sex: chosen })}
        />
        <Choice
          title={say('patient.side')}
          options={settingChoices.side.map((value) => ({ value, text: say(`patient.side.${value}`) }))}
          value={side ?? drawn?.side ?? 'right'}
          onChoose={(chosen) => patient.change({ side: chosen })}
        />
        <SettingSlider
          patient={patient}
          name="ageYears"
          label={say('patient.age')}
          format={unit.years}
          otherwise={drawn?.ageYears}
        />
        <SettingSlider
          patient={patient}
          name="build"
          label={say('patient.build')}
          format={unit.share}
          otherwise={drawn?.build}
        />
        <SettingSlider
          patient={patient}
          name="egfr"
          label={say('patient.egfr')}
          format={unit.egfr}
          otherwise={drawn?.egfr}
        />
        <Button onPress={() => patient.change({ ageYears, egfr, build, sex: null, side: null })}>
          {say('patient.drawn')}
        </Button>
      </div>
    </>
  );
}
