import type { ComponentChildren, VNode } from 'preact';
import { say } from '../i18n/say.ts';
import type { Measurement, SizeKind } from '../measure/measurement.ts';
import type { MeasureModel } from '../measure-model.ts';
import { ReferenceWords } from './reference-words.tsx';
import styles from './size-row.module.css';
import { SizeRow } from './size-row.tsx';
import { boundedWords, partsWords } from './size-words.ts';
import type { Traced } from './trace-overlay.tsx';

interface SizeListProps {
  readonly model: MeasureModel;
  readonly traced: Traced | null;
  /** A number was tapped, or tapped once more. */
  readonly onTrace: (traced: Traced | null) => void;
  /** Rows that follow. */
  readonly children?: ComponentChildren;
}

const kinds = ['length', 'width', 'area', 'cortex', 'parenchyma'] as const;

/** Every number of a record: the outline's sizes, and each caliper after the size that it was laid along. */
export function SizeList({ model, traced, onTrace, children }: SizeListProps): VNode {
  const { kidney } = model.measured.value;
  const sizes = kidney.kind === 'measured' ? kidney.sizes : null;
  const lengths = model.lengths.value;
  const row = (kind: SizeKind | 'other', measurement: Measurement, by: By): VNode => (
    <MeasuredRow
      key={by.key}
      kind={kind}
      measurement={measurement}
      by={by}
      model={model}
      isPressed={traced?.key === by.key}
      onTrace={onTrace}
    />
  );
  const calipers = (kind: SizeKind | 'other'): (VNode | null)[] =>
    model.calipers.value.map(({ purpose }, index) => {
      const length = lengths[index];
      return purpose === kind && length
        ? row(kind, length, { key: `caliper-${index}`, mark: say('caliper.by-hand', { number: index + 1 }) })
        : null;
    });
  return (
    <ul class={styles.list}>
      {kinds.map((kind) => {
        const measurement = sizes?.[kind];
        const mark = measurement?.isByHand ? say('sizes.by-hand') : null;
        return [measurement && row(kind, measurement, { key: kind, mark }), calipers(kind)];
      })}
      {calipers('other')}
      {children}
    </ul>
  );
}

interface By {
  readonly key: string;
  readonly mark: string | null;
}

interface MeasuredRowProps {
  readonly kind: SizeKind | 'other';
  readonly measurement: Measurement;
  readonly by: By;
  readonly model: MeasureModel;
  readonly isPressed: boolean;
  readonly onTrace: SizeListProps['onTrace'];
}

function MeasuredRow({ kind, measurement, by, model, isPressed, onTrace }: MeasuredRowProps): VNode {
  const { unit } = model.measured.value.scale;
  const words = boundedWords(measurement, kind, unit);
  const title = say(kind === 'other' ? 'measured.other' : `size.${kind}`);
  const label = `${title} ${words.value} ${words.plusMinus}`;
  const isOutlined = !by.key.startsWith('caliper');
  return (
    <SizeRow
      title={title}
      words={words}
      mark={by.mark}
      isPressed={isPressed}
      onPress={() => onTrace(isPressed ? null : { key: by.key, label, trace: measurement.trace })}
    >
      {isOutlined && kind !== 'other' && <p>{say(`size.${kind}.how`)}</p>}
      {measurement.isLowerBound && <p>{say('sizes.at-least')}</p>}
      <p>{partsWords(measurement, kind, unit)}</p>
      {kind === 'length' && unit === 'cm' && isOutlined && <p>{say('sizes.rescan')}</p>}
      {unit === 'cm' && <ReferenceWords kind={kind} measurement={measurement} person={model.patient.value} />}
    </SizeRow>
  );
}
