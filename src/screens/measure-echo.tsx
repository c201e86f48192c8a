import { Plus, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import type { EchoWork } from '../components/echo-work.ts';
import { Slider } from '../components/slider.tsx';
import { readGrey } from '../frame/read-grey.ts';
import { formatMeasured } from '../i18n/format-measure.ts';
import { say } from '../i18n/say.ts';
import { type EchoRatio, echoRatio } from '../measure/echo-ratio.ts';
import type { MeasureModel } from '../measure-model.ts';
import styles from './measure-screen.module.css';

interface EchoPanelProps {
  readonly model: MeasureModel;
  readonly work: EchoWork;
  readonly bitmap: ImageBitmap;
}

/** Compares the brightness of the cortex with the liver's in two circles that are placed by hand. */
export function EchoPanel({ model, work, bitmap }: EchoPanelProps): VNode {
  const { analysis } = model.examination;
  const grey = useMemo(() => readGrey(bitmap, analysis), [bitmap, analysis]);
  const { echo } = model.marks.value;
  const { sector } = analysis.outcome;
  const ratio = echo ? echoRatio(grey, { ...echo, sector }) : null;
  const radius = work.radius();
  const most = Math.round(analysis.width / 12);
  return (
    <section class={card.card}>
      {ratio && <Ratio ratio={ratio} />}
      {echo ? (
        <>
          <Slider
            label={say('echo.size')}
            value={Math.round(radius)}
            home={Math.round(analysis.width / 50)}
            range={{ min: 4, max: most, step: 1 }}
            format={(value) => `${2 * value} px`}
            onChange={(value) => work.setRadius(value)}
          />
          <Button icon={Trash2} kind="danger" onPress={() => work.clear()}>
            {say('echo.clear')}
          </Button>
        </>
      ) : (
        <Button icon={Plus} onPress={() => work.layInMiddle()}>
          {say('echo.add')}
        </Button>
      )}
      <p class={card.small}>{say('echo.how')}</p>
    </section>
  );
}

function Ratio({ ratio }: { readonly ratio: EchoRatio }): VNode {
  if (ratio.kind === 'refused') {
    return (
      <p class={styles.refused} role="alert">
        {say(`echo.refused.${ratio.reason}`)}
      </p>
    );
  }
  const words = formatMeasured(ratio, '');
  return (
    <div>
      <p class={styles.result}>
        {words.value} <span class={card.quiet}>{words.plusMinus}</span>
      </p>
      <p>{say(`echo.${compare(ratio)}`)}</p>
    </div>
  );
}

function compare({ value, plusMinus }: { readonly value: number; readonly plusMinus: number }) {
  if (value - plusMinus > 1) return 'brighter';
  return value + plusMinus < 1 ? 'darker' : 'alike';
}
