import { GitCompareArrows, WandSparkles } from 'lucide';
import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import type { OpenPicture } from '../labelling/open-picture.ts';
import type { WorkModel } from '../labelling/work-model.ts';
import { modelOutlineShown, proposing } from '../settings.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FailureNotice } from './failure-notice.tsx';
import { Switch } from './switch.tsx';

interface ProposalCardProps {
  readonly model: WorkModel;
  readonly picture: OpenPicture;
}

/** The model's outlines: as a start, on a tap, or beside one's own. */
export function ProposalCard({ model, picture }: ProposalCardProps): VNode {
  const { proposer } = model;
  const proposal = picture.proposal.value;
  const isAsking = proposer.asking.value === picture.row.id;
  const isShown = modelOutlineShown.value === 'on';
  return (
    <section class={card.card}>
      <h2>{say('annotate.proposal')}</h2>
      {proposal === null && (
        <div class={card.row}>
          <Button icon={WandSparkles} isDisabled={isAsking} onPress={() => proposer.ask(picture.row)}>
            {say(isAsking ? 'annotate.propose.asking' : 'annotate.propose.ask')}
          </Button>
        </div>
      )}
      {proposal !== null && proposal.regions.length === 0 && <p>{say('annotate.propose.none')}</p>}
      {proposal !== null && proposal.regions.length > 0 && (
        <div class={card.row}>
          <Button icon={WandSparkles} onPress={() => picture.takeProposal()}>
            {say('annotate.propose.take')}
          </Button>
          <Button
            icon={GitCompareArrows}
            isPressed={isShown}
            onPress={() => {
              modelOutlineShown.value = isShown ? 'off' : 'on';
            }}
          >
            {say('annotate.propose.show')}
          </Button>
        </div>
      )}
      {proposal !== null && <p class={card.small}>{say('annotate.propose.by', proposal.model)}</p>}
      {proposer.failure.value && <FailureNotice failure={proposer.failure.value} />}
      <Switch
        label={say('annotate.propose.auto')}
        note={say('annotate.propose.auto.note')}
        isOn={proposing.value === 'on'}
        onChange={(isOn) => {
          proposing.value = isOn ? 'on' : 'off';
          if (isOn) model.propose(picture);
        }}
      />
    </section>
  );
}
