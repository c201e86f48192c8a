import type { VNode } from 'preact';
import type { PatientContext } from '../history/additions.ts';
import { say } from '../i18n/say.ts';
import { Choice } from './choice.tsx';
import styles from './patient-context.module.css';
import { PersonFields } from './person-fields.tsx';

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
      <PersonFields person={patient} onChange={change} />
      <p class={styles.why}>{say('context.why')}</p>
    </fieldset>
  );
}

/** What was emptied is absent, as the record keeps it. */
export function withoutEmpty(
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
