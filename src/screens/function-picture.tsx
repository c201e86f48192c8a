import type { VNode } from 'preact';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { FunctionScale } from '../components/function-scale.tsx';
import { ProbabilityBar } from '../components/probability-bar.tsx';
import { Warning } from '../components/warning.tsx';
import { gateByAge } from '../findings/age-gate.ts';
import type { PictureFunction } from '../findings/crop-reading.ts';
import { isUnlikeTraining } from '../findings/refuse-picture.ts';
import type { FunctionModel } from '../function-model.ts';
import type { FunctionReading } from '../function-reading.ts';
import type { Examination } from '../history/examination.ts';
import { kinshipOf } from '../history/one-visit.ts';
import { formatProbability, formatShare } from '../i18n/format.ts';
import { say, sayCount } from '../i18n/say.ts';
import { combineViews } from '../kidney-function/combine-views.ts';
import { compareWithBlood, equationOfScale } from '../kidney-function/compare.ts';
import { hashOf } from '../route.ts';
import { screeningModels } from '../settings.ts';
import styles from './function-picture.module.css';
import { AgeWords, ReadPicture } from './function-read.tsx';
import { ViewList } from './function-views.tsx';
import { useSoughtCard } from './use-model-card.ts';
import { type ReadRecord, readRecord, type Visit } from './use-visit.ts';

interface PictureFunctionCardProps {
  readonly examination: Examination;
  /** The size of its picture as opened, in pixels. */
  readonly opened: { readonly width: number; readonly height: number };
  readonly visit: Visit;
  readonly model: FunctionModel;
  readonly reading: FunctionReading;
}

/** Kidney function as a model reads it off this kidney's pictures: always a span, never a value alone. */
export function PictureFunctionCard(props: PictureFunctionCardProps): VNode {
  const { examination, opened, visit, model, reading } = props;
  const here = readRecord(examination, opened);
  const { same, unsure } = kindred(examination, visit);
  const [first, ...more] = [...(here ? [here] : []), ...same].filter((one) => !isUnlike(one));
  const set = screeningModels.value.function;
  const isBySet = here?.reading.model.name === set;
  return (
    <section class={`${card.card} ${styles.card}`}>
      <h2>{say('picture-egfr.title')}</h2>
      {here === null && <p>{say('picture-egfr.none')}</p>}
      {here !== null && isUnlike(here) && <Warning>{say('picture-egfr.unlike')}</Warning>}
      {first && <Reading records={[first, ...more]} here={examination.id} model={model} />}
      {!isBySet && (
        <ReadPicture
          id={examination.id}
          reading={reading}
          ageYears={model.patient.value.ageYears}
          words={here === null ? say('picture-egfr.read') : say('picture-egfr.read-by', { model: set })}
        />
      )}
      {reading.unkept.value && <FailureNotice failure={reading.unkept.value} />}
      {unsure > 0 && <p class={card.small}>{sayCount('egfr-views.unsure', unsure)}</p>}
    </section>
  );
}

/** Which of the visit's pictures show this kidney, and of how many that is not known. */
function kindred(examination: Examination, visit: Visit) {
  const ofKin = (kinship: ReturnType<typeof kinshipOf>): readonly ReadRecord[] =>
    visit.read.filter((one) => kinshipOf(examination, one.examination) === kinship);
  return { same: ofKin('same'), unsure: ofKin('unsure').length };
}

function isUnlike({ reading }: ReadRecord): boolean {
  return isUnlikeTraining(reading.novelty);
}

interface ReadingProps {
  readonly records: readonly [ReadRecord, ...ReadRecord[]];
  /** The record on the screen. */
  readonly here: string;
  readonly model: FunctionModel;
}

/** What the longest view says, if the model's card allows it to be told of this patient. */
function Reading({ records: [first, ...more], here, model }: ReadingProps): VNode {
  const combined = combineViews([first.view, ...more.map(({ view }) => view)]);
  const { reading, isAgeConfirmed } = [first, ...more].find(({ view }) => view === combined.chosen) ?? first;
  const sought = useSoughtCard(reading.model);
  const { test, patient, assessment } = model;
  if (sought.name !== 'found') return <p class={card.quiet}>{say(`picture-egfr.card.${sought.name}`)}</p>;
  const known = { ageYears: patient.value.ageYears, isConfirmed: isAgeConfirmed };
  const gate = gateByAge(sought.card.ageYears, known);
  if (gate.kind !== 'open') return <AgeWords gate={gate} />;
  const comparison = test.value && compareWithBlood(reading, test.value, patient.value);
  return (
    <div class={styles.parts}>
      <div class={styles.part}>
        <Span reading={reading} />
        <Warning>
          {say(isFromSimulation(reading) ? 'picture-egfr.warning.simulated' : 'picture-egfr.warning')}
        </Warning>
        <FunctionScale
          picture={reading.egfr}
          blood={comparison?.egfr ?? (assessment.value?.kind === 'assessed' ? assessment.value.egfr : null)}
        />
        {comparison && <Agreement comparison={comparison} />}
      </div>
      <div class={styles.part}>
        {reading.ckd && <KidneyDisease ckd={reading.ckd} />}
        <ViewList combined={combined} here={here} />
        <p class={card.small}>{say('picture-egfr.scale', { scale: reading.scale })}</p>
        <a class={styles.learned} href={hashOf({ place: 'model', name: reading.model.name })}>
          {say('picture-egfr.model')}
        </a>
      </div>
    </div>
  );
}

function Span({ reading }: { readonly reading: PictureFunction }): VNode {
  const { low, high, value } = reading.egfr;
  const isSimulated = isFromSimulation(reading);
  return (
    <div>
      <p class={styles.interval}>
        <span class={styles.value}>
          {say('picture-egfr.interval', { low: Math.round(low), high: Math.round(high) })}
        </span>
        <span class={card.quiet}>{say('function.unit')}</span>
      </p>
      <p class={card.small}>
        {say(isSimulated ? 'picture-egfr.middle' : 'picture-egfr.middle.other', {
          value: Math.round(value),
        })}
      </p>
    </div>
  );
}

/** Cards tell in words where values came from; one that names simulation and no laboratory's equation is of no patients. */
function isFromSimulation({ scale }: PictureFunction): boolean {
  return /simulat/i.test(scale) && equationOfScale(scale) === null;
}

function Agreement({
  comparison,
}: {
  readonly comparison: NonNullable<ReturnType<typeof compareWithBlood>>;
}): VNode {
  const { verdict, beyond, scales, equation, egfr } = comparison;
  const words = say(`egfr-compare.${verdict}`, { beyond: beyond.toFixed(beyond < 1 ? 1 : 0) });
  return (
    <>
      {verdict === 'agree' ? <p>{words}</p> : <Warning>{words}</Warning>}
      <p class={card.small}>
        {say(`egfr-compare.scales.${scales}`, {
          equation: say(`equation.${equation}`),
          egfr: Math.round(egfr),
        })}
      </p>
    </>
  );
}

function KidneyDisease({ ckd }: { readonly ckd: NonNullable<PictureFunction['ckd']> }): VNode {
  const [least, most] = ckd.abstain;
  const isUnsure = ckd.probability >= least && ckd.probability <= most;
  const answer = ckd.probability >= ckd.threshold ? 'likely' : 'unlikely';
  const name = say('picture-egfr.ckd');
  return (
    <div class={styles.ckd}>
      <h3>{name}</h3>
      <p class={styles.row}>
        <span>{say(`picture-egfr.ckd.${isUnsure ? 'unsure' : answer}`)}</span>
        <span class={styles.percent}>{formatProbability(ckd.probability)}</span>
      </p>
      <ProbabilityBar reading={ckd} name={name} tone={isUnsure ? 'quiet' : 'accent'} />
      <p class={card.small}>
        {say('picture-egfr.ckd.band', { least: formatShare(least), most: formatShare(most) })}
      </p>
    </div>
  );
}
