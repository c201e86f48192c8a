import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import card from '../components/card.module.css';
import { LabBack } from '../components/lab-back.tsx';
import { withoutEmpty } from '../components/patient-context.tsx';
import { PersonFields } from '../components/person-fields.tsx';
import screen from '../components/screen.module.css';
import { FunctionModel } from '../function-model.ts';
import { say } from '../i18n/say.ts';
import { BloodForm } from './function-blood.tsx';
import { BloodResult } from './function-result.tsx';
import styles from './function-screen.module.css';

/** The calculator alone: what is typed here is kept nowhere. */
export function BloodScreen(): VNode {
  const model = useMemo(() => new FunctionModel({}, null), []);
  return (
    <div class={screen.screen}>
      <LabBack />
      <header>
        <h1 tabIndex={-1}>{say('function.calculator.title')}</h1>
        <p class={card.quiet}>{say('function.calculator.about')}</p>
      </header>
      <div class={styles.columns}>
        <BloodForm model={model}>
          <PersonFields
            person={model.patient.value}
            onChange={(change) => model.setPatient(withoutEmpty({ ...model.patient.peek(), ...change }))}
          />
        </BloodForm>
        <BloodResult model={model} />
      </div>
    </div>
  );
}
