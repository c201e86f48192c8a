import type { VNode } from 'preact';
import type { PatientContext } from '../history/additions.ts';
import { say } from '../i18n/say.ts';
import { Choice } from './choice.tsx';
import { NumberField } from './number-field.tsx';
import styles from './patient-context.module.css';

interface PatientContextFormProps {
  readonly patient: PatientContext;
  readonly onChange: (patient: PatientContext) => void;
}

/** What reference ranges need to know about who was scanned; everything may be left out, and no name is asked for. */
export function PatientContextForm({ patient, onChange }: PatientContextFormProps): VNode {
  const change = (part: { [K in keyof PatientContext]: PatientContext[K] | undefined }): void =>
    onChange(withoutEmpty({ ...patient, ...part }));
  return (
    <fieldset class={styles.form}>
      <legend class="visually-hidden">{say('context.title')}</legend>
      <Choice
        title={say('context.side')}
        isTitleShown
        options={[
          { value: 'right', text: say('context.side.right') },
          { value: 'left', text: say('context.side.left') },
          { value: '', text: say('context.unknown') },
        ]}
        value={patient.side ?? ''}
        onChoose={(side) => change({ side: side === '' ? undefined : side })}
      />
      <div class={styles.numbers}>
        <NumberField
          label={say('context.age')}
          unit={say('context.age.unit')}
          value={patient.ageYears}
          range={{ least: 0, most: 130 }}
          onChange={(ageYears) => change({ ageYears })}
        />
        <NumberField
          label={say('context.height')}
          unit={say('context.height.unit')}
          value={patient.heightCm}
          range={{ least: 20, most: 260 }}
          onChange={(heightCm) => change({ heightCm })}
        />
      </div>
      <Choice
        title={say('context.sex')}
        isTitleShown
        options={[
          { value: 'female', text: say('context.sex.female') },
          { value: 'male', text: say('context.sex.male') },
          { value: '', text: say('context.unknown') },
        ]}
        value={patient.sex ?? ''}
        onChoose={(sex) => change({ sex: sex === '' ? undefined : sex })}
      />
      <p class={styles.why}>{say('context.why')}</p>
    </fieldset>
  );
}

/** What was emptied is absent, as the record keeps it. */
function withoutEmpty(
  patient: { [K in keyof PatientContext]: PatientContext[K] | undefined },
): PatientContext {
  const { ageYears, heightCm, sex, side } = patient;
  return {
    ...(ageYears !== undefined && { ageYears }),
    ...(heightCm !== undefined && { heightCm }),
    ...(sex && { sex }),
    ...(side && { side }),
  };
}
