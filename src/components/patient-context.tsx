import type { VNode } from 'preact';
import type { PatientContext } from '../history/additions.ts';
import { addMessages } from '../i18n/en.ts';
import { who } from '../i18n/en-who.ts';
import { say } from '../i18n/say.ts';
import { CarryOver } from './carry-over.tsx';
import { Choice } from './choice.tsx';
import styles from './patient-context.module.css';
import { PersonFields } from './person-fields.tsx';
import { PseudonymField } from './pseudonym-field.tsx';

addMessages(who);

interface PatientContextFormProps {
  readonly patient: PatientContext;
  /** When the picture was checked, milliseconds since 1970: ages are carried over to this day. */
  readonly at?: number;
  readonly onChange: (patient: PatientContext) => void;
}

/** What ranges, equations and trends need to know about who was scanned; everything may be left out, and no name is asked for. */
export function PatientContextForm({ patient, at, onChange }: PatientContextFormProps): VNode {
  const change = (part: { [K in keyof PatientContext]: PatientContext[K] | undefined }): void =>
    onChange(withoutEmpty({ ...patient, ...part }));
  return (
    <fieldset class={styles.form}>
      <legend class="visually-hidden">{say('context.title')}</legend>
      <PseudonymField value={patient.pseudonym} onChange={(pseudonym) => change({ pseudonym })} />
      <CarryOver patient={patient} at={at ?? Date.now()} onTake={change} />
      <SideChoice side={patient.side} onChange={(side) => change({ side })} />
      <PersonFields person={patient} onChange={change} />
      <p class={styles.why}>{say('context.why')}</p>
    </fieldset>
  );
}

interface SideChoiceProps {
  readonly side: PatientContext['side'];
  /** What is asked; "Side" where the place makes it plain. */
  readonly title?: string;
  readonly onChange: (side: PatientContext['side']) => void;
}

/** Which kidney a picture shows. */
export function SideChoice({ side, title, onChange }: SideChoiceProps): VNode {
  return (
    <Choice
      title={title ?? say('context.side')}
      isTitleShown={title === undefined}
      options={[
        { value: 'right', text: say('context.side.right') },
        { value: 'left', text: say('context.side.left') },
        { value: '', text: say('context.unknown') },
      ]}
      value={side ?? ''}
      onChoose={(chosen) => onChange(chosen === '' ? undefined : chosen)}
    />
  );
}

/** What was emptied is absent, as the record keeps it. */
export function withoutEmpty(
  patient: { [K in keyof PatientContext]: PatientContext[K] | undefined },
): PatientContext {
  const { ageYears, heightCm, sex, side, pseudonym } = patient;
  return {
    ...(ageYears !== undefined && { ageYears }),
    ...(heightCm !== undefined && { heightCm }),
    ...(sex && { sex }),
    ...(side && { side }),
    ...(pseudonym && { pseudonym }),
  };
}
