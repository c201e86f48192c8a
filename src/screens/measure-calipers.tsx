import { Plus, Trash2, X } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import type { CaliperWork } from '../components/caliper-work.ts';
import card from '../components/card.module.css';
import { Choice } from '../components/choice.tsx';
import { ScaleLine } from '../components/scale-line.tsx';
import { boundedWords, sizeWords } from '../components/size-words.ts';
import type { Caliper, CaliperPurpose } from '../history/additions.ts';
import { say } from '../i18n/say.ts';
import type { MeasureModel } from '../measure-model.ts';
import styles from './measure-calipers.module.css';

interface CaliperPanelProps {
  readonly model: MeasureModel;
  readonly work: CaliperWork;
  readonly onScale: () => void;
}

const purposes: readonly CaliperPurpose[] = ['length', 'width', 'cortex', 'parenchyma', 'other'];

/** Calipers: what the next one is for, what to do now, and all that were laid with their values. */
export function CaliperPanel({ model, work, onScale }: CaliperPanelProps): VNode {
  const calipers = model.calipers.value;
  const selected = model.selected.value;
  const inHand = selected === null ? undefined : calipers[selected];
  return (
    <section class={card.card}>
      <Choice
        title={
          selected === null ? say('caliper.purpose') : say('caliper.purpose.of', { number: selected + 1 })
        }
        isTitleShown
        options={purposes.map((value) => ({ value, text: say(`caliper.purpose.${value}`) }))}
        value={inHand?.purpose ?? work.purpose.value}
        onChoose={(purpose) => {
          work.purpose.value = purpose;
          model.setPurpose(purpose);
        }}
      />
      {calipers.length > 0 && (
        <ul class={styles.rows}>
          {calipers.map((caliper, index) => (
            <CaliperRow key={index} model={model} caliper={caliper} index={index} />
          ))}
        </ul>
      )}
      <div class={styles.actions}>
        {work.placer.first.value !== null && (
          <Button
            icon={X}
            onPress={() => {
              work.placer.first.value = null;
            }}
          >
            {say('caliper.cancel')}
          </Button>
        )}
        <Button icon={Plus} onPress={() => work.layInMiddle()}>
          {say('caliper.add')}
        </Button>
        {model.measured.value.scale.unit === 'px' && (
          <Button onPress={onScale}>{say('measured.set-scale')}</Button>
        )}
      </div>
      <ScaleLine measured={model.measured.value} />
      <p class={`${card.small} ${styles.keys}`}>{say('caliper.keys')}</p>
    </section>
  );
}

interface CaliperRowProps {
  readonly model: MeasureModel;
  readonly caliper: Caliper;
  readonly index: number;
}

/** One caliper: its value, the model's beside it, and the way to delete it. */
function CaliperRow({ model, caliper, index }: CaliperRowProps): VNode {
  const { purpose } = caliper;
  const { scale } = model.measured.value;
  const length = model.lengths.value[index];
  const words = length && sizeWords(length, purpose, scale.unit);
  const isSelected = model.selected.value === index;
  const number = index + 1;
  return (
    <li class={styles.caliper}>
      <button
        type="button"
        class={styles.pick}
        aria-pressed={isSelected}
        onClick={() => {
          model.selected.value = isSelected ? null : index;
        }}
      >
        <span class={styles.name}>
          {say(`caliper.purpose.${purpose}`)}
          <span class={card.small}>{modelsWords(model, purpose) ?? say('caliper.name', { number })}</span>
        </span>
        <span class={styles.number}>
          <strong>{words?.value}</strong> <span class={card.small}>{words?.plusMinus}</span>
        </span>
      </button>
      <Button
        icon={Trash2}
        kind="danger"
        label={say('caliper.delete', { number })}
        onPress={() => model.removeCaliper(index)}
      />
    </li>
  );
}

/** What the model measured along the same line, or null. */
function modelsWords(model: MeasureModel, purpose: CaliperPurpose): string | null {
  const { kidney, scale } = model.measured.value;
  const measurement = kidney.kind === 'measured' && purpose !== 'other' ? kidney.sizes[purpose] : null;
  if (!measurement) return null;
  const { value, plusMinus } = boundedWords(measurement, purpose, scale.unit);
  return say('caliper.model', { value: `${value} ${plusMinus}` });
}
