import { ScanEye } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FunctionScale } from '../components/function-scale.tsx';
import { ProbabilityBar } from '../components/probability-bar.tsx';
import { Warning } from '../components/warning.tsx';
import type { CropReading, PictureFunction } from '../findings/crop-reading.ts';
import type { FunctionModel } from '../function-model.ts';
import type { Examination } from '../history/examination.ts';
import { kinshipOf } from '../history/one-visit.ts';
import { formatProbability } from '../i18n/format.ts';
import { say, sayCount } from '../i18n/say.ts';
import { combineViews } from '../kidney-function/combine-views.ts';
import { compareWithBlood, equationOfScale } from '../kidney-function/compare.ts';
import { go, hashOf } from '../route.ts';
import styles from './function-picture.module.css';
import { ViewList } from './function-views.tsx';
import { type ReadRecord, readRecord, type Visit } from './use-visit.ts';

interface PictureFunctionCardProps {
  readonly examination: Examination;
  /** The size of its picture as opened, in pixels. */
  readonly opened: { readonly width: number; readonly height: number };
  readonly visit: Visit;
  readonly model: FunctionModel;
}

/** Kidney function as a model reads it off this kidney's pictures: always a span, never a value alone. */
export function PictureFunctionCard(props: PictureFunctionCardProps): VNode {
  const { examination, opened, visit, model } = props;
  const here = readRecord(examination, opened);
  const { same, unsure } = kindred(examination, visit);
  const [first, ...more] = here === null ? same : [here, ...same];
  return (
    <section class={card.card}>
      <h2>{say('picture-egfr.title')}</h2>
      {here === null && <NotRead id={examination.id} />}
      {first && <Reading records={[first, ...more]} here={examination.id} model={model} />}
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

function NotRead({ id }: { readonly id: string }): VNode {
  return (
    <>
      <p>{say('picture-egfr.none')}</p>
      <div class={styles.start}>
        <Button icon={ScanEye} onPress={() => go({ place: 'examination', id, part: 'findings' })}>
          {say('picture-egfr.read')}
        </Button>
      </div>
    </>
  );
}

interface ReadingProps {
  readonly records: readonly [ReadRecord, ...ReadRecord[]];
  /** The record on the screen. */
  readonly here: string;
  readonly model: FunctionModel;
}

function Reading({ records: [first, ...more], here, model }: ReadingProps): VNode | null {
  const combined = combineViews([first.view, ...more.map(({ view }) => view)]);
  const chosen = [first, ...more].find(({ view }) => view === combined.chosen) ?? first;
  const reading = chosen.examination.additions?.reading?.function;
  if (reading === undefined) return null;
  const { test, patient, assessment } = model;
  const comparison = test.value && compareWithBlood(reading, test.value, patient.value);
  return (
    <>
      <Span reading={reading} />
      <FunctionScale
        picture={reading.egfr}
        blood={comparison?.egfr ?? (assessment.value?.kind === 'assessed' ? assessment.value.egfr : null)}
      />
      {comparison && <Agreement comparison={comparison} />}
      {reading.ckd && <KidneyDisease ckd={reading.ckd} />}
      <ViewList combined={combined} here={here} />
      <About reading={reading} />
    </>
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
    </div>
  );
}

/** On what scale it is, how it was learned, and what it must not be taken for. */
function About({ reading }: { readonly reading: NonNullable<CropReading['function']> }): VNode {
  const { scale, model, novelty } = reading;
  return (
    <>
      <Warning>
        {say(isFromSimulation(reading) ? 'picture-egfr.warning.simulated' : 'picture-egfr.warning')}
      </Warning>
      {novelty !== null && novelty > 1 && <Warning>{say('picture-egfr.strange')}</Warning>}
      <p class={card.small}>{say('picture-egfr.scale', { scale })}</p>
      <a class={styles['card-link']} href={hashOf({ place: 'model', name: model.name })}>
        {say('picture-egfr.model')}
      </a>
    </>
  );
}
