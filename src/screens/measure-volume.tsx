import { Unlink } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Thumbnail } from '../components/thumbnail.tsx';
import { type Pair, usePair } from '../components/use-pair.ts';
import { formulaWords } from '../components/volume-row.tsx';
import type { Examination } from '../history/examination.ts';
import { sidesDiffer, viewOf } from '../history/propose-partners.ts';
import { formatTime } from '../i18n/format.ts';
import { formatMeasured } from '../i18n/format-measure.ts';
import { say, sayCount } from '../i18n/say.ts';
import type { PairVolume } from '../measure/pair-volume.ts';
import type { MeasureModel } from '../measure-model.ts';
import { hashOf } from '../route.ts';
import list from './measure-partners.module.css';
import { PartnerChoice } from './measure-partners.tsx';
import styles from './measure-screen.module.css';

/** The volume from two views of one kidney: this picture and another that the user picks. */
export function VolumePanel({ model }: { readonly model: MeasureModel }): VNode {
  const pair = usePair(model);
  return (
    <section class={card.card}>
      <h2>{say('size.volume')}</h2>
      {pair.name === 'none' && <PartnerChoice model={model} />}
      {pair.name === 'opening' && <p class={card.quiet}>{say('volume.opening')}</p>}
      {pair.name === 'failed' && <FailureNotice failure={pair.failure} />}
      {pair.name === 'missing' && <p>{say('volume.missing')}</p>}
      {pair.name === 'paired' && <Paired model={model} pair={pair} />}
      {(pair.name === 'paired' || pair.name === 'missing') && (
        <Button icon={Unlink} onPress={() => model.unpair()}>
          {say('volume.unpair')}
        </Button>
      )}
    </section>
  );
}

interface PairedProps {
  readonly model: MeasureModel;
  readonly pair: Extract<Pair, { name: 'paired' }>;
}

function Paired({ model, pair: { partner, volume } }: PairedProps): VNode {
  return (
    <>
      {volume.kind === 'measured' ? <Volume volume={volume} /> : <p>{say(`volume.${volume.why}`)}</p>}
      {warningsOf(model, partner).map((words) => (
        <p key={words} class={styles.refused}>
          {words}
        </p>
      ))}
      <ul class={list.partners}>
        <PairedPicture examination={model.examination} isHere />
        <PairedPicture examination={partner} isHere={false} />
      </ul>
    </>
  );
}

function Volume({ volume: paired }: { readonly volume: Extract<PairVolume, { kind: 'measured' }> }): VNode {
  const { volume, diameters } = paired;
  const words = formatMeasured(volume, 'ml');
  return (
    <div>
      <p class={styles.result}>
        {volume.isLowerBound ? say('measured.at-least', { value: words.value }) : words.value}{' '}
        <span class={card.quiet}>{words.plusMinus}</span>
      </p>
      <p>{formulaWords(diameters)}</p>
      <p class={card.small}>
        {say('volume.formula.more')} {say('size.volume.bias')}
      </p>
    </div>
  );
}

function PairedPicture(props: { readonly examination: Examination; readonly isHere: boolean }): VNode {
  const { examination, isHere } = props;
  const { id, name, analysedAt } = examination;
  const view = say(`volume.view.${viewOf(examination) ?? 'unknown'}`);
  return (
    <li>
      <a class={list.partner} href={hashOf({ place: 'examination', id })}>
        <Thumbnail id={id} />
        <span class={list.words}>
          <span class={list.head}>
            {view}
            {isHere && <span class={card.small}>{say('volume.this')}</span>}
          </span>
          <span class={card.small}>{formatTime(analysedAt)}</span>
          <span class={card.small}>{name}</span>
        </span>
      </a>
    </li>
  );
}

const day = 24 * 60 * 60 * 1000;

function warningsOf(model: MeasureModel, partner: Examination): readonly string[] {
  const here = { ...model.examination, additions: { patient: model.patient.value } };
  const view = viewOf(here);
  const days = Math.floor(Math.abs(here.analysedAt - partner.analysedAt) / day);
  return [
    sidesDiffer(here, partner) && say('volume.sides-differ'),
    view !== null && view === viewOf(partner) && say('volume.same-view'),
    days >= 1 && sayCount('volume.long-apart', days),
  ].filter((words) => words !== false);
}
