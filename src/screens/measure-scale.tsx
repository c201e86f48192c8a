import { Check, RotateCcw } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { Choice } from '../components/choice.tsx';
import { NumberField } from '../components/number-field.tsx';
import { ScaleLine } from '../components/scale-line.tsx';
import type { ScaleWork } from '../components/scale-work.ts';
import { Slider } from '../components/slider.tsx';
import { showToast } from '../components/toast.tsx';
import { formatFineShare } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { MeasureModel } from '../measure-model.ts';
import type { ScaleDraft } from '../scale-draft.ts';
import styles from './measure-screen.module.css';

interface ScalePanelProps {
  readonly model: MeasureModel;
  readonly draft: ScaleDraft;
  readonly work: ScaleWork;
  /** A scale was set: what it gives is to be seen. */
  readonly onSet: () => void;
}

/** The scale in force, and three ways to set another: the machine's ruler, its depth, or its ticks. */
export function ScalePanel({ model, draft, work, onSet }: ScalePanelProps): VNode {
  const method = draft.method.value;
  return (
    <section class={card.card}>
      <Choice
        title={say('scale.method')}
        options={(['ruler', 'depth', 'ticks'] as const).map((value) => ({
          value,
          text: say(`scale.method.${value}`),
        }))}
        value={method}
        onChoose={(chosen) => draft.choose(chosen)}
      />
      {method === 'ruler' && <RulerFields draft={draft} work={work} />}
      {method === 'depth' && <DepthFields draft={draft} />}
      {method === 'ticks' && <TickFields draft={draft} />}
      <Proposal model={model} draft={draft} onSet={onSet} />
      <ScaleInForce model={model} />
    </section>
  );
}

function ScaleInForce({ model }: Pick<ScalePanelProps, 'model'>): VNode {
  const isByHand = model.marks.value.calibration !== undefined;
  const hasOwn = Boolean(model.examination.calibration);
  return (
    <div class={styles.now}>
      <ScaleLine measured={model.measured.value} />
      {isByHand && (
        <Button icon={RotateCcw} onPress={() => model.setCalibration(null)}>
          {say(hasOwn ? 'scale.revert.file' : 'scale.revert.none')}
        </Button>
      )}
    </div>
  );
}

/** Distances that rulers are marked with. */
const usualCm = [1, 2, 5, 10] as const;

function RulerFields({ draft, work }: Pick<ScalePanelProps, 'draft' | 'work'>): VNode {
  const ruler = draft.ruler.value;
  const set = (cm: number | undefined): void => {
    draft.rulerCm.value = cm;
  };
  return (
    <>
      <div class={styles.fields}>
        <NumberField
          label={say('scale.ruler.cm')}
          unit={say('scale.cm')}
          value={draft.rulerCm.value}
          range={{ least: 0.1, most: 40 }}
          onChange={set}
        />
        {usualCm.map((cm) => (
          <Button key={cm} isPressed={draft.rulerCm.value === cm} onPress={() => set(cm)}>
            {`${cm} ${say('scale.cm')}`}
          </Button>
        ))}
      </div>
      <div class={styles.fields}>
        {ruler === null ? (
          <Button onPress={() => work.layInMiddle()}>{say('scale.ruler.by-key')}</Button>
        ) : (
          <Button
            onPress={() => {
              draft.ruler.value = null;
            }}
          >
            {say('scale.ruler.again')}
          </Button>
        )}
      </div>
    </>
  );
}

/** From a small-parts probe to the deepest that machines reach. */
const depths = { min: 2, max: 30, step: 0.5 };
const usualDepth = 14;

function DepthFields({ draft }: Pick<ScalePanelProps, 'draft'>): VNode {
  const depth = draft.depthCm.value;
  const set = (cm: number | undefined): void => {
    draft.depthCm.value = cm;
  };
  return (
    <>
      <Slider
        label={say('scale.depth.cm')}
        value={depth ?? usualDepth}
        home={usualDepth}
        range={depths}
        format={(value) => (depth === undefined ? '–' : `${value} ${say('scale.cm')}`)}
        onChange={set}
      />
      <NumberField
        label={say('scale.depth.type')}
        unit={say('scale.cm')}
        value={depth}
        range={{ least: 0.1, most: 100 }}
        onChange={set}
      />
    </>
  );
}

function TickFields({ draft }: Pick<ScalePanelProps, 'draft'>): VNode | null {
  const ticks = draft.ticks.value ?? null;
  const cm = draft.tickCm.value;
  return (
    ticks && (
      <Choice
        title={say('scale.ticks.apart')}
        isTitleShown
        options={ticks.proposals.map((one) => ({ value: String(one), text: `${one} ${say('scale.cm')}` }))}
        value={String(cm ?? '')}
        onChoose={(chosen) => {
          draft.tickCm.value = Number(chosen);
        }}
      />
    )
  );
}

/** What the scale would be and what follows from it, or why it is refused; it counts only once it is agreed to. */
function Proposal({ model, draft, onSet }: Omit<ScalePanelProps, 'work'>): VNode | null {
  const outcome = draft.outcome.value;
  if (outcome?.kind === 'refused') {
    return (
      <p class={styles.refused} role="alert">
        {say(`scale.refused.${outcome.reason}`)}
      </p>
    );
  }
  const consequences = outcome && draft.consequences.value;
  return (
    <>
      {consequences && (
        <p class={card.quiet}>
          {say('scale.proposal', {
            depth: consequences.depthCm?.toFixed(1) ?? '–',
            percent: formatFineShare(1.96 * consequences.uncertainty),
          })}
          {consequences.kidneyCm !== null &&
            ` ${say('scale.proposal.kidney', { length: consequences.kidneyCm.toFixed(1) })}`}
        </p>
      )}
      <Button
        kind="primary"
        icon={Check}
        isDisabled={outcome === null}
        onPress={() => {
          if (outcome === null) return;
          model.setCalibration(outcome.calibration);
          showToast(say('scale.used'));
          onSet();
        }}
      >
        {say('scale.use')}
      </Button>
    </>
  );
}
