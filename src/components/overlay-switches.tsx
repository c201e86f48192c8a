import { Bean, Flame, Spline } from 'lucide';
import type { VNode } from 'preact';
import type { Assessment, QualityLabel } from '../analysis.ts';
import { shownAnatomy } from '../feedback/shown-anatomy.ts';
import { say } from '../i18n/say.ts';
import type { ShownOutline } from '../outline-edits.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { Choice } from './choice.tsx';
import styles from './overlay-switches.module.css';

interface OverlaySwitchesProps {
  readonly outcome: Assessment;
  readonly outlines: readonly ShownOutline[];
  readonly isKidneyShown: boolean;
  readonly isOutlineShown: boolean;
  readonly mapLabel: QualityLabel | null;
  readonly onKidney: (isShown: boolean) => void;
  readonly onOutline: (isShown: boolean) => void;
  readonly onMap: (label: QualityLabel | null) => void;
}

/** What lies over the picture, each on and off with a tap; the map also by label. */
export function OverlaySwitches(props: OverlaySwitchesProps): VNode {
  const { outcome, outlines, isKidneyShown, isOutlineShown, mapLabel, onKidney, onOutline, onMap } = props;
  const isOutlined = outlines.length > 0;
  return (
    <fieldset class={styles.row}>
      <legend class="visually-hidden">{say('overlay.title')}</legend>
      {(isOutlined || shownAnatomy(outcome) !== undefined) && (
        <Button
          icon={Bean}
          isPressed={isKidneyShown && isOutlined}
          isDisabled={!isOutlined}
          onPress={() => onKidney(!isKidneyShown)}
        >
          {say(isOutlined ? 'overlay.kidney' : 'overlay.kidney.none')}
        </Button>
      )}
      <Button icon={Spline} isPressed={isOutlineShown} onPress={() => onOutline(!isOutlineShown)}>
        {say('overlay.outline')}
      </Button>
      <Button
        icon={Flame}
        isPressed={mapLabel !== null}
        onPress={() => onMap(mapLabel === null ? strongest(outcome) : null)}
      >
        {say('overlay.map')}
      </Button>
    </fieldset>
  );
}

interface MapChoiceProps {
  readonly outcome: Assessment;
  readonly label: QualityLabel;
  readonly onChoose: (label: QualityLabel) => void;
}

/** Which label's map is shown, and how to read it. */
export function MapChoice({ outcome, label, onChoose }: MapChoiceProps): VNode {
  const options = outcome.labels.map((reading) => ({
    value: reading.label,
    text: say(`verdict.${reading.label}`),
  }));
  const { rows, columns } = outcome.map;
  return (
    <div class={styles.choice}>
      <Choice title={say('overlay.map.label')} options={options} value={label} onChoose={onChoose} />
      <p class={card.small}>
        {say('overlay.map.explain', { label: say(`verdict.${label}`), rows, columns })}
      </p>
    </div>
  );
}

/** The label whose map says most about the verdict. */
function strongest({ labels }: Assessment): QualityLabel {
  return labels.reduce((best, reading) => (reading.probability > best.probability ? reading : best)).label;
}
