import { Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Proportion } from '../evaluation/wilson.ts';
import { type OperatingCurve, placeOn } from '../findings/operating-curve.ts';
import { operateAt } from '../findings/roc.ts';
import { formatShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { Choice } from './choice.tsx';
import more from './finding-more.module.css';
import styles from './operating-card.module.css';
import { RocCurve } from './roc-curve.tsx';
import { Slider } from './slider.tsx';

interface OperatingCardProps {
  /** Of one finding; the first is shown at first. */
  readonly curves: readonly OperatingCurve[];
  /** The card's own threshold. */
  readonly home: number;
  /** The one in force. */
  readonly threshold: number;
  /** Null goes back to the card's. */
  readonly onChange: (threshold: number | null) => void;
}

/** The threshold of a finding under the finger, and what it does on a set of pictures, as it moves. */
export function OperatingCard({ curves, home, threshold, onChange }: OperatingCardProps): VNode {
  const [chosen, setChosen] = useState(0);
  const curve = curves[chosen] ?? curves[0];
  return (
    <section class={more.part}>
      <h3>{say('point.title')}</h3>
      {curve === undefined && <p>{say('point.none')}</p>}
      {curves.length > 1 && (
        <Choice
          title={say('point.set')}
          isTitleShown
          options={curves.map(({ pictures, positives, negatives }, i) => ({
            value: String(i),
            text: say(`point.set.${pictures}`, { n: positives + negatives }),
          }))}
          value={String(curve ? curves.indexOf(curve) : 0)}
          onChoose={(value) => setChosen(Number(value))}
        />
      )}
      {curve && <ThresholdSlider curve={curve} home={home} threshold={threshold} onChange={onChange} />}
      {curve && <Figures curve={curve} threshold={threshold} />}
      {threshold !== home && (
        <div class={card.row}>
          <Button icon={Undo2} onPress={() => onChange(null)}>
            {say('point.reset', { threshold: formatShare(home) })}
          </Button>
          <p class={card.small}>{say('point.kept')}</p>
        </div>
      )}
    </section>
  );
}

interface ThresholdSliderProps extends Omit<OperatingCardProps, 'curves'> {
  readonly curve: OperatingCurve;
}

/** It stops at the curve's own points, where the figures are known and each step changes them. */
function ThresholdSlider({ curve, home, threshold, onChange }: ThresholdSliderProps): VNode {
  const homePlace = placeOn(curve, home);
  const at = (place: number): number => curve.points[place]?.[0] ?? home;
  return (
    <Slider
      label={say('point.threshold')}
      value={placeOn(curve, threshold)}
      home={homePlace}
      range={{ min: 0, max: curve.points.length - 1, step: 1 }}
      format={(place) => formatShare(at(place))}
      onChange={(place) => onChange(place === homePlace ? null : at(place))}
    />
  );
}

function Figures({
  curve,
  threshold,
}: {
  readonly curve: OperatingCurve;
  readonly threshold: number;
}): VNode {
  const point = operateAt(curve, threshold);
  return (
    <>
      <div class={styles.figures}>
        <RocCurve curve={curve} point={point} />
        <dl class={styles.shares}>
          <ShareRow name="sensitivity" share={point.sensitivity} />
          <ShareRow name="specificity" share={point.specificity} />
        </dl>
      </div>
      <p class={card.small}>{curve.dataset}</p>
    </>
  );
}

interface ShareRowProps {
  readonly name: 'sensitivity' | 'specificity';
  readonly share: Proportion;
}

function ShareRow({ name, share: { value, interval, n } }: ShareRowProps): VNode {
  const [low, high] = interval;
  return (
    <div>
      <dt>{say(`point.${name}`)}</dt>
      <dd>
        <span class={styles.value}>{formatShare(value)}</span>{' '}
        <span class={card.quiet}>
          {say('point.interval', { low: formatShare(low), high: formatShare(high) })}
        </span>
        <p class={card.small}>{say(`point.${name}.how`, { count: n })}</p>
      </dd>
    </div>
  );
}
