import type { VNode } from 'preact';
import { addMessages } from '../i18n/en.ts';
import { who } from '../i18n/en-who.ts';
import { say } from '../i18n/say.ts';
import type { BloodGiver } from '../kidney-function/equation-validity.ts';
import { Choice } from './choice.tsx';
import { NumberField } from './number-field.tsx';
import styles from './person-fields.module.css';

addMessages(who);

interface PersonFieldsProps {
  readonly person: BloodGiver;
  /** Is told what changed; undefined for what was emptied. */
  readonly onChange: (change: { [K in keyof BloodGiver]: BloodGiver[K] | undefined }) => void;
}

/** Age, height and sex. */
export function PersonFields({ person, onChange }: PersonFieldsProps): VNode {
  return (
    <div class={styles.fields}>
      <div class={styles.numbers}>
        <NumberField
          label={say('context.age')}
          unit={say('context.age.unit')}
          value={person.ageYears}
          range={{ least: 0, most: 130 }}
          onChange={(ageYears) => onChange({ ageYears })}
        />
        <NumberField
          label={say('context.height')}
          unit={say('context.height.unit')}
          value={person.heightCm}
          range={{ least: 20, most: 260 }}
          onChange={(heightCm) => onChange({ heightCm })}
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
        value={person.sex ?? ''}
        onChoose={(sex) => onChange({ sex: sex === '' ? undefined : sex })}
      />
    </div>
  );
}
