import type { ComponentChildren, VNode } from 'preact';
import { AmountField } from '../components/amount-field.tsx';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { Choice } from '../components/choice.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Switch } from '../components/switch.tsx';
import type { FunctionModel } from '../function-model.ts';
import { addMessages } from '../i18n/en.ts';
import { kidneyFunction } from '../i18n/en-function.ts';
import { say } from '../i18n/say.ts';
import { doubtOfAlbumin, doubtOfCreatinine } from '../kidney-function/blood-draft.ts';
import { equations } from '../kidney-function/blood-test.ts';
import { otherUnit } from '../kidney-function/creatinine.ts';
import styles from './function-blood.module.css';

addMessages(kidneyFunction);

interface BloodFormProps {
  readonly model: FunctionModel;
  /** Who was tested: asked for here, in the way of the screen. */
  readonly children: ComponentChildren;
}

/** A blood test as it is typed, each number with the unit of the report. */
export function BloodForm({ model, children }: BloodFormProps): VNode {
  const { takenOn, isLasting } = model.draft.value;
  return (
    <section class={card.card}>
      <h2>{say('blood.title')}</h2>
      {children}
      <CreatinineField model={model} />
      <EquationChoice model={model} />
      <AlbuminField model={model} />
      <label class={styles.date}>
        <span class={card.quiet}>{say('blood.taken-on')}</span>
        <input
          type="date"
          max={new Date().toISOString().slice(0, 10)}
          value={takenOn}
          onChange={({ currentTarget }) =>
            // A day to come is no day of a test.
            model.change({ takenOn: currentTarget.validity.valid ? currentTarget.value : '' })
          }
        />
      </label>
      <Switch
        label={say('blood.lasting')}
        note={say('blood.lasting.more')}
        isOn={isLasting}
        onChange={(isOn) => model.change({ isLasting: isOn })}
      />
      {model.failure.value && <FailureNotice failure={model.failure.value} />}
    </section>
  );
}

function CreatinineField({ model }: { readonly model: FunctionModel }): VNode {
  const draft = model.draft.value;
  const { creatinine, creatinineUnit: unit } = draft;
  const doubt = doubtOfCreatinine(draft);
  const words = { value: creatinine.trim(), unit, other: otherUnit(unit) };
  return (
    <AmountField
      label={say('blood.creatinine')}
      text={creatinine}
      unit={unit}
      units={['mg/dL', 'µmol/L']}
      unitLabel={say('blood.creatinine.unit')}
      doubt={doubt && say(`blood.creatinine.${doubt}`, words)}
      onText={(text) => model.change({ creatinine: text })}
      onUnit={(creatinineUnit) => model.change({ creatinineUnit })}
    >
      {doubt === 'other-unit' && (
        <div class={card.row}>
          <Button kind="primary" onPress={() => model.change({ creatinineUnit: otherUnit(unit) })}>
            {say('blood.creatinine.use-other', words)}
          </Button>
          <Button onPress={() => model.change({ isUnitSure: true })}>
            {say('blood.creatinine.keep', words)}
          </Button>
        </div>
      )}
    </AmountField>
  );
}

function EquationChoice({ model }: { readonly model: FunctionModel }): VNode {
  const { equation } = model.draft.value;
  return (
    <div class={styles.equation}>
      <Choice
        title={say('blood.equation')}
        isTitleShown
        options={equations.map((value) => ({ value, text: say(`equation.${value}`) }))}
        value={equation}
        onChoose={(chosen) => model.change({ equation: chosen })}
      />
      <p class={card.small}>{say(`equation.${equation}.for`)}</p>
    </div>
  );
}

function AlbuminField({ model }: { readonly model: FunctionModel }): VNode {
  const draft = model.draft.value;
  const doubt = doubtOfAlbumin(draft);
  return (
    <AmountField
      label={say('blood.albumin')}
      text={draft.albumin}
      unit={draft.albuminUnit}
      units={['mg/g', 'mg/mmol']}
      unitLabel={say('blood.albumin.unit')}
      doubt={doubt && say(`blood.albumin.${doubt}`)}
      onText={(albumin) => model.change({ albumin })}
      onUnit={(albuminUnit) => model.change({ albuminUnit })}
    />
  );
}
