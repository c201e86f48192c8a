import { Check, Droplet } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PatientContextForm } from '../components/patient-context.tsx';
import screen from '../components/screen.module.css';
import { patientWords } from '../components/who-card.tsx';
import { FunctionModel } from '../function-model.ts';
import type { FunctionReading } from '../function-reading.ts';
import type { Additions } from '../history/additions.ts';
import type { Examination } from '../history/examination.ts';
import { type BloodOffer, offerBloodTests } from '../history/one-visit.ts';
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
import { useFunctionReading } from './use-function-reading.ts';
import { useVisit } from './use-visit.ts';

/** Kidney function of a record: from a blood test, and beside it as a model reads it off the picture. */
export function FunctionScreen({ id }: { readonly id: string }): VNode {
  return (
    <RecordPlace id={id}>
      {({ examination, bitmap }) => <RecordFunction key={id} examination={examination} bitmap={bitmap} />}
    </RecordPlace>
  );
}

interface RecordFunctionProps {
  readonly examination: Examination;
  readonly bitmap: ImageBitmap;
}

function RecordFunction({ examination, bitmap }: RecordFunctionProps): VNode {
  const { records } = useServices();
  const { id, additions } = examination;
  const model = useMemo(
    () => new FunctionModel(additions ?? {}, (amendment) => records.amend(id, amendment)),
    [id, additions, records],
  );
  const patient = model.patient.value;
  const visit = useVisit(examination, patient.pseudonym);
  const reading = useFunctionReading(examination, bitmap);
  const now = { ...examination, additions: { ...additions, patient, ...saidNow(model, reading) } };
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
          <Person model={model} at={examination.analysedAt} />
        </BloodForm>
        <BloodResult model={model} />
        <PictureFunctionCard
          examination={now}
          opened={{ width: bitmap.width, height: bitmap.height }}
          visit={visit}
          model={model}
          reading={reading}
        />
      </div>
    </div>
  );
}

/** What was said on this screen since the record was opened. */
function saidNow(
  { test }: FunctionModel,
  { reading }: FunctionReading,
): Pick<Additions, 'blood' | 'reading'> {
  return {
    ...(test.value && { blood: test.value }),
    ...(reading.value && { reading: reading.value }),
  };
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
  readonly model: FunctionModel;
  /** When the picture was checked, milliseconds since 1970. */
  readonly at: number;
}

/** Who was tested, in one line once that is known. */
function Person({ model, at }: PersonProps): VNode {
  const patient = model.patient.value;
  const { ageYears, sex, pseudonym } = patient;
  const [isOpen, setIsOpen] = useState(ageYears === undefined || sex === undefined);
  if (!isOpen) {
    return (
      <div class={blood.person}>
        <p>{[pseudonym, patientWords(patient)].filter(Boolean).join(' · ')}</p>
        <Button onPress={() => setIsOpen(true)}>{say('who.change')}</Button>
      </div>
    );
  }
  return (
    <div class={blood.form}>
      <PatientContextForm patient={patient} at={at} onChange={(changed) => model.setPatient(changed)} />
      {ageYears !== undefined && <Button onPress={() => setIsOpen(false)}>{say('context.done')}</Button>}
    </div>
  );
}
