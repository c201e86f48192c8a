import { Check } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import { formatTime } from '../i18n/format.ts';
import { formatMeasured } from '../i18n/format-measure.ts';
import { say } from '../i18n/say.ts';
import { hashOf } from '../route.ts';
import { useServices } from '../services.ts';
import type { TrendPicture } from '../trend/kidney-trend.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { FailureNotice } from './failure-notice.tsx';
import { SideChoice } from './patient-context.tsx';
import styles from './same-kidney.module.css';
import { Thumbnail } from './thumbnail.tsx';

interface SameKidneyProps {
  /** Two pictures of one visit and side, the longer kidney first. */
  readonly pair: readonly [TrendPicture, TrendPicture];
  readonly onSame: () => void;
}

/** Asks whether two pictures show one kidney, and lets the side of either be put right. */
export function SameKidney({ pair, onSame }: SameKidneyProps): VNode {
  const [longer, shorter] = pair;
  const { side } = longer;
  return (
    <section class={styles.question} aria-label={say('trend.doubt')}>
      <h3>{say('trend.doubt')}</h3>
      <p>
        {say('trend.doubt.why', {
          side: say(`trend.doubt.side.${side ?? 'right'}`),
          long: lengthWords(longer),
          short: lengthWords(shorter),
        })}
      </p>
      <ul class={styles.pictures}>
        {pair.map((picture) => (
          <Asked key={picture.id} picture={picture} />
        ))}
      </ul>
      <div class={card.row}>
        <Button icon={Check} onPress={onSame}>
          {say('trend.doubt.same')}
        </Button>
      </div>
    </section>
  );
}

function Asked({ picture }: { readonly picture: TrendPicture }): VNode {
  const { records } = useServices();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, at } = picture;
  const time = formatTime(at);
  const correct = async (side: 'left' | 'right' | undefined): Promise<void> => {
    try {
      await records.amend(id, (before) => {
        const { side: _, ...patient } = before.patient ?? {};
        return { ...before, patient: { ...patient, ...(side && { side }) } };
      });
      setFailure(null);
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  return (
    <li class={styles.picture}>
      <a class={styles.open} href={hashOf({ place: 'examination', id })}>
        <Thumbnail id={id} />
        <span>
          {lengthWords(picture)}
          <span class={styles.time}>{time}</span>
        </span>
      </a>
      <SideChoice
        side={picture.side ?? undefined}
        title={say('trend.doubt.which', { time })}
        onChange={(side) => void correct(side)}
      />
      {failure && <FailureNotice failure={failure} />}
    </li>
  );
}

function lengthWords({ length }: TrendPicture): string {
  if ('why' in length) return '';
  const { value, plusMinus } = formatMeasured(length, '');
  return say('trend.unit.cm', { value: `${value} ${plusMinus}` });
}
