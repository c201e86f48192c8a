import { Check, Droplet } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PatientContextForm } from '../components/patient-context.tsx';
import screen from '../components/screen.module.css';
import { FunctionModel } from '../function-model.ts';
import type { PatientContext } from '../history/additions.ts';
import type { Examination } from '../history/examination.ts';
import { type BloodOffer, offerBloodTests } from '../history/one-visit.ts';
import { addMessages } from '../i18n/en.ts';
import { measuring } from '../i18n/en-measuring.ts';
import { formatDay } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import blood from './function-blood.module.css';
import { BloodForm } from './function-blood.tsx';
import { PictureFunctionCard } from './function-picture.tsx';
import { BloodResult } from './function-result.tsx';
import styles from './function-screen.module.css';
import { RecordPlace } from './record-place.tsx';
import { useVisit } from './use-visit.ts';

addMessages(measuring);

/** Kidney function of a record: from a blood test, and beside it as a model reads it off the picture. */
export function FunctionScreen({ id }: { readonly id: string }): VNode {
  return (
    <RecordPlace id={id}>
      {({ examination, bitmap }) => (
        <RecordFunction
          key={id}
          examination={examination}
          opened={{ width: bitmap.width, height: bitmap.height }}
        />
      )}
    </RecordPlace>
  );
}

interface RecordFunctionProps {
  readonly examination: Examination;
  /** The size of its picture as opened, in pixels. */
  readonly opened: { readonly width: number; readonly height: number };
}

function RecordFunction({ examination, opened }: RecordFunctionProps): VNode {
  const { records } = useServices();
  const { id, additions } = examination;
  const model = useMemo(
    () => new FunctionModel(additions ?? {}, (amendment) => records.amend(id, amendment)),
    [id, additions, records],
  );
  const patient = model.patient.value;
  const visit = useVisit(examination, patient.pseudonym);
  const now = { ...examination, additions: { ...additions, patient, ...bloodOf(model) } };
  return (
    <div class={screen.screen}>
      <header class={styles.header}>
        <h1 class={styles.title} tabIndex={-1}>
          {say('function.title')}
        </h1>
        <Button kind="primary" icon={Check} onPress={() => go({ place: 'examination', id })}>
          {say('function.done')}
        </Button>
      </header>
      {visit.failure && <FailureNotice failure={visit.failure} />}
      <div class={styles.columns}>
        <BloodForm model={model}>
          <Offers model={model} offers={offerBloodTests(now, visit.others)} />
          <Person patient={patient} onChange={(changed) => model.setPatient(changed)} />
        </BloodForm>
        <div class={styles.column}>
          <BloodResult model={model} />
          <PictureFunctionCard examination={now} opened={opened} visit={visit} model={model} />
        </div>
      </div>
    </div>
  );
}

function bloodOf({ test }: FunctionModel): Pick<NonNullable<Examination['additions']>, 'blood'> {
  return test.value === null ? {} : { blood: test.value };
}

interface OffersProps {
  readonly model: FunctionModel;
  readonly offers: readonly BloodOffer[];
}

/** Blood tests of other pictures of this patient, one tap away; not once there is one here. */
function Offers({ model, offers }: OffersProps): VNode | null {
  if (offers.length === 0 || model.draft.value.creatinine !== '') return null;
  return (
    <ul class={blood.offers}>
      {offers.map((offer) => (
        <li key={offer.id} class={blood.offer}>
          <Button icon={Droplet} onPress={() => model.take(offer)}>
            {say('blood.offer', { date: formatDay(offer.at) })}
          </Button>
          <p class={card.small}>{say('blood.offer.more', { ...offer.test.creatinine })}</p>
        </li>
      ))}
    </ul>
  );
}

interface PersonProps {
  readonly patient: PatientContext;
  readonly onChange: (patient: PatientContext) => void;
}

/** Who was tested, in one line once that is known. */
function Person({ patient, onChange }: PersonProps): VNode {
  const { ageYears, sex, heightCm, side } = patient;
  const [isOpen, setIsOpen] = useState(ageYears === undefined || sex === undefined);
  const words = [
    ageYears !== undefined && say('blood.person.years', { age: ageYears }),
    sex && say(`context.sex.${sex}`),
    heightCm !== undefined && say('blood.person.cm', { height: heightCm }),
    side && say(`context.side.${side}`),
  ];
  if (isOpen) {
    return (
      <div class={blood.form}>
        <PatientContextForm patient={patient} onChange={onChange} />
        {ageYears !== undefined && <Button onPress={() => setIsOpen(false)}>{say('context.done')}</Button>}
      </div>
    );
  }
  return (
    <div class={blood.person}>
      <p>{words.filter(Boolean).join(' · ')}</p>
      <Button onPress={() => setIsOpen(true)}>{say('blood.person.change')}</Button>
    </div>
  );
}
