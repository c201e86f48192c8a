import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Thumbnail } from '../components/thumbnail.tsx';
import { type Failure, toFailure } from '../failure.ts';
import { type Candidate, proposePartners } from '../history/propose-partners.ts';
import { formatTime } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { MeasureModel } from '../measure-model.ts';
import type { Records } from '../records.ts';
import { useServices } from '../services.ts';
import list from './measure-partners.module.css';

type Candidates =
  | { readonly name: 'opening' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'found'; readonly candidates: readonly Candidate[] };

/** As many as a person looks through; older ones are found by opening them and pairing from there. */
const most = 24;

/** The pictures that may show the same kidney in the other view. */
export function PartnerChoice({ model }: { readonly model: MeasureModel }): VNode {
  const { records } = useServices();
  const [found, setFound] = useState<Candidates>({ name: 'opening' });
  useEffect(() => {
    const load = async (): Promise<void> => setFound(await findCandidates(records, model));
    void load();
  }, [records, model]);
  if (found.name === 'opening') return <p class={card.quiet}>{say('result.opening')}</p>;
  if (found.name === 'failed') return <FailureNotice failure={found.failure} />;
  if (found.candidates.length === 0) return <p>{say('volume.nothing')}</p>;
  return (
    <>
      <p>{say('volume.choose')}</p>
      <ul class={list.partners}>
        {found.candidates.map((candidate) => (
          <CandidateRow key={candidate.examination.id} model={model} candidate={candidate} />
        ))}
      </ul>
    </>
  );
}

function CandidateRow(props: { readonly model: MeasureModel; readonly candidate: Candidate }): VNode {
  const { examination, view, isProposed } = props.candidate;
  const { id, name, analysedAt } = examination;
  const viewWords = say(`volume.view.${view ?? 'unknown'}`);
  const time = formatTime(analysedAt);
  return (
    <li>
      <button
        type="button"
        class={list.partner}
        aria-label={say('volume.pair', { view: viewWords, name, time })}
        onClick={() => props.model.pair(id)}
      >
        <Thumbnail id={id} />
        <span class={list.words}>
          <span class={list.head}>
            {viewWords}
            {isProposed && <span class={list.badge}>{say('volume.proposed')}</span>}
          </span>
          <span class={card.small}>{time}</span>
          <span class={card.small}>{name}</span>
        </span>
      </button>
    </li>
  );
}

async function findCandidates(records: Records, model: MeasureModel): Promise<Candidates> {
  try {
    const { examination } = model;
    const summaries = await records.list();
    const ids = summaries.filter(({ id }) => id !== examination.id).map(({ id }) => id);
    const others = await records.read(ids.slice(0, 4 * most));
    const here = { ...examination, additions: { patient: model.patient.peek() } };
    return { name: 'found', candidates: proposePartners(here, others).slice(0, most) };
  } catch (error) {
    return { name: 'failed', failure: toFailure(error) };
  }
}
