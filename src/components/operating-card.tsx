import { Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FindingReading } from '../findings/crop-reading.ts';
import {
  type OperatingCurve,
  type OperatingPoint,
  operatingPoint,
  operatingPointAt,
  type Share,
} from '../findings/operating-point.ts';
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
  /** What would be said of sets of pictures at every threshold, of this finding; the first is shown at first. */
  readonly curves: readonly OperatingCurve[];
  /** The card's own threshold. */
  readonly home: number;
  /** The one in force. */
  readonly threshold: number;
  /** Null goes back to the card's. */
  readonly onChange: (threshold: FindingReading['threshold'] | null) => void;
}

/** The threshold of a finding under the finger, and what it does on a set of pictures, as it moves. */
export function OperatingCard({ curves, home, threshold, onChange }: OperatingCardProps): VNode {
  const [chosen, setChosen] = useState(0);
  const curve = curves[chosen] ?? curves[0];
  const point = curve && operatingPointAt(curve, threshold);
  return (
    <section class={more.part}>
      <h3>{say('point.title')}</h3>
      {curve && point ? (
        <>
          {curves.length > 1 && (
            <Choice
              title={say('point.set')}
              isTitleShown
              options={curves.map(({ pictures, positives, negatives }, i) => ({
                value: String(i),
                text: say(`point.set.${pictures}`, { n: positives + negatives }),
              }))}
              value={String(curves.indexOf(curve))}
              onChoose={(value) => setChosen(Number(value))}
            />
          )}
          <ThresholdSlider curve={curve} point={point} home={home} onChange={onChange} />
          <div class={styles.figures}>
            <RocCurve curve={curve} point={point} />
            <dl class={styles.shares}>
              <ShareRow name="sensitivity" share={point.sensitivity} count={curve.positives} />
              <ShareRow name="specificity" share={point.specificity} count={curve.negatives} />
            </dl>
          </div>
          <p class={card.small}>{curve.dataset}</p>
          {threshold !== home && (
            <div class={card.row}>
              <Button icon={Undo2} onPress={() => onChange(null)}>
                {say('point.reset', { threshold: formatShare(home) })}
              </Button>
              <p class={card.small}>{say('point.kept')}</p>
            </div>
          )}
        </>
      ) : (
        <p>{say('point.none')}</p>
      )}
    </section>
  );
}

interface ThresholdSliderProps {
  readonly curve: OperatingCurve;
  readonly point: OperatingPoint;
  readonly home: number;
  readonly onChange: OperatingCardProps['onChange'];
}

/** It stops at the curve's own points, where the figures are known and each step changes them. */
function ThresholdSlider({ curve, point, home, onChange }: ThresholdSliderProps): VNode {
  const homeIndex = operatingPointAt(curve, home)?.index ?? 0;
  const at = (index: number): number => operatingPoint(curve, index)?.threshold ?? home;
  return (
    <Slider
      label={say('point.threshold')}
      value={point.index}
      home={homeIndex}
      range={{ min: 0, max: curve.points.length - 1, step: 1 }}
      format={(index) => formatShare(at(index))}
      onChange={(index) => onChange(index === homeIndex ? null : at(index))}
    />
  );
}

interface ShareRowProps {
  readonly name: 'sensitivity' | 'specificity';
  readonly share: Share;
  readonly count: number;
}

function ShareRow({ name, share: { value, low, high }, count }: ShareRowProps): VNode {
  return (
    <div>
      <dt>{say(`point.${name}`)}</dt>
      <dd>
        <span class={styles.value}>{formatShare(value)}</span>{' '}
        <span class={card.quiet}>
          {say('point.interval', { low: formatShare(low), high: formatShare(high) })}
        </span>
        <p class={card.small}>{say(`point.${name}.how`, { count })}</p>
      </dd>
    </div>
  );
}
