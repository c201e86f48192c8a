import { PencilRuler, Ruler } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Examination } from '../history/examination.ts';
import { addMessages } from '../i18n/en.ts';
import { measure } from '../i18n/en-measure.ts';
import { measuring } from '../i18n/en-measuring.ts';
import { say } from '../i18n/say.ts';
import { MeasureModel } from '../measure-model.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import { EchoRow } from './echo-row.tsx';
import { FailureNotice } from './failure-notice.tsx';
import styles from './measure-card.module.css';
import { ScaleLine } from './scale-line.tsx';
import { SizeList } from './size-list.tsx';
import type { Traced } from './trace-overlay.tsx';
import { VolumeRow } from './volume-row.tsx';
import { WhoCard } from './who-card.tsx';

addMessages(measure);
addMessages(measuring);

interface MeasureCardProps {
  readonly examination: Examination;
  readonly bitmap: ImageBitmap;
  readonly traced: Traced | null;
  readonly onTrace: (traced: Traced | null) => void;
}

/** What was measured in a record, each number with its ±, its line and its scale's source, and who was scanned. */
export function MeasureCard({ examination, bitmap, traced, onTrace }: MeasureCardProps): VNode {
  const { records } = useServices();
  const model = useMemo(
    () => new MeasureModel(examination, { width: bitmap.width, height: bitmap.height }, records),
    [examination, bitmap, records],
  );
  const { kidney, scale } = model.measured.value;
  const hasNumbers = kidney.kind === 'measured' || model.calipers.value.length > 0;
  const measureByHand = (): void => go({ place: 'examination', id: examination.id, part: 'measure' });
  return (
    <>
      <section class={card.card}>
        <header class={styles.header}>
          <h2>{say('measured.title')}</h2>
          <Button icon={PencilRuler} onPress={measureByHand}>
            {say('measured.open')}
          </Button>
        </header>
        {kidney.kind === 'none' && <p>{say(`sizes.none.${kidney.why}`)}</p>}
        {hasNumbers && (
          <div>
            <SizeList model={model} traced={traced} onTrace={onTrace}>
              <VolumeRow model={model} />
              <EchoRow model={model} bitmap={bitmap} traced={traced} onTrace={onTrace} />
            </SizeList>
          </div>
        )}
        <ScaleLine measured={model.measured.value} />
        {scale.unit === 'px' && (
          <Button icon={Ruler} onPress={measureByHand}>
            {say('measured.set-scale')}
          </Button>
        )}
        {model.failure.value && <FailureNotice failure={model.failure.value} />}
      </section>
      <WhoCard model={model} />
    </>
  );
}
