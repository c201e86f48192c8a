import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatMeasured } from '../i18n/format-measure.ts';
import { say } from '../i18n/say.ts';
import type { Diameters } from '../measure/ellipsoid-volume.ts';
import type { MeasureModel } from '../measure-model.ts';
import { hashOf } from '../route.ts';
import { SizeRow } from './size-row.tsx';
import { usePair } from './use-pair.ts';

/** The volume that this record and its partner give, with the formula and the way to the other picture. */
export function VolumeRow({ model }: { readonly model: MeasureModel }): VNode | null {
  const pair = usePair(model);
  const [isPressed, setIsPressed] = useState(false);
  if (pair.name !== 'paired' || pair.volume.kind === 'none') return null;
  const { volume, diameters } = pair.volume;
  const words = formatMeasured(volume, 'ml');
  return (
    <SizeRow
      title={say('size.volume')}
      words={
        volume.isLowerBound ? { ...words, value: say('measured.at-least', { value: words.value }) } : words
      }
      isPressed={isPressed}
      onPress={() => setIsPressed(!isPressed)}
    >
      <p>{formulaWords(diameters)}</p>
      <p>{say('volume.formula.more')}</p>
      <p>{say('size.volume.bias')}</p>
      <p>
        <a href={hashOf({ place: 'examination', id: pair.partner.id })}>{say('volume.open-other')}</a>
      </p>
    </SizeRow>
  );
}

/** The formula with this kidney's diameters in it. */
export function formulaWords({ length, width, depth }: Diameters): string {
  const write = (measured: Diameters['length']): string => formatMeasured(measured, '').value;
  return say('volume.formula', { length: write(length), width: write(width), depth: write(depth) });
}
