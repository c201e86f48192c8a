import type { VNode } from 'preact';
import { areasOf, type CardFigure, type FindingsCard, figureBeside } from '../findings/card-figures.ts';
import type { ToldFinding } from '../findings/decide.ts';
import { formatProbability, formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import styles from './finding-more.module.css';
import { areaWords } from './finding-words.ts';

interface FindingFiguresProps {
  readonly told: ToldFinding;
  readonly card: FindingsCard;
}

/** What the card measured for a finding, set by set, real pictures first, in words. */
export function FindingFigures({ told: { reading, state }, card: measured }: FindingFiguresProps): VNode {
  const areas = areasOf(measured, reading.finding).toSorted(
    (a, b) => order.indexOf(a.pictures) - order.indexOf(b.pictures),
  );
  return (
    <section class={styles.part}>
      <h3>{say('measured-on.title')}</h3>
      {state.kind === 'untold' && (
        <p class={styles.warning}>
          {say('measured-on.untold', { percent: formatProbability(reading.probability) })}
        </p>
      )}
      {!areas.some(({ pictures }) => pictures === 'real') && <p>{say('measured-on.no-real')}</p>}
      <ul class={styles.sets}>
        {areas.map((area) => (
          <li key={area.dataset}>
            <FigureWords area={area} card={measured} />
          </li>
        ))}
      </ul>
      <p class={card.small}>{say('measured-on.how')}</p>
    </section>
  );
}

const order: readonly CardFigure['pictures'][] = ['real', 'degraded', 'simulated'];

function FigureWords({
  area,
  card: measured,
}: {
  readonly area: CardFigure;
  readonly card: FindingsCard;
}): VNode {
  const sensitivity = figureBeside(measured, area, 'sensitivity at the threshold');
  const specificity = figureBeside(measured, area, 'specificity at the threshold');
  return (
    <>
      <p>
        {say('measured-on.line', {
          n: area.n,
          pictures: say(`measured-on.${area.pictures}`),
          area: areaWords(area),
        })}
        {sensitivity && specificity && (
          <>
            {' '}
            {say('measured-on.mark', {
              sensitivity: formatShare(sensitivity.value),
              wrong: formatShare(1 - specificity.value),
            })}
          </>
        )}
      </p>
      <p class={card.small}>{area.dataset}</p>
    </>
  );
}
