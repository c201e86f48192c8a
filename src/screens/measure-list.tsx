import type { Signal } from '@preact/signals';
import { Ruler } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { EchoRow } from '../components/echo-row.tsx';
import { PatientContextForm } from '../components/patient-context.tsx';
import { ScaleLine } from '../components/scale-line.tsx';
import { SizeList } from '../components/size-list.tsx';
import type { Traced } from '../components/trace-overlay.tsx';
import { VolumeRow } from '../components/volume-row.tsx';
import { say } from '../i18n/say.ts';
import type { MeasureModel } from '../measure-model.ts';

interface ListPanelProps {
  readonly model: MeasureModel;
  readonly bitmap: ImageBitmap;
  readonly traced: Signal<Traced | null>;
  readonly onScale: () => void;
}

/** Every number of the record, the model's beside those by hand, with what they are compared with. */
export function ListPanel({ model, bitmap, traced, onScale }: ListPanelProps): VNode {
  const { kidney, scale } = model.measured.value;
  return (
    <>
      <section class={card.card}>
        <h2>{say('measured.title')}</h2>
        {kidney.kind === 'none' && <p>{say(`sizes.none.${kidney.why}`)}</p>}
        <SizeList
          model={model}
          traced={traced.value}
          onTrace={(next) => {
            traced.value = next;
          }}
        >
          <VolumeRow model={model} />
          <EchoRow
            model={model}
            bitmap={bitmap}
            traced={traced.value}
            onTrace={(next) => {
              traced.value = next;
            }}
          />
        </SizeList>
        <ScaleLine measured={model.measured.value} />
        {scale.unit === 'px' && (
          <Button icon={Ruler} onPress={onScale}>
            {say('measured.set-scale')}
          </Button>
        )}
      </section>
      <section class={card.card}>
        <h2>{say('context.title')}</h2>
        <PatientContextForm
          patient={model.patient.value}
          at={model.examination.analysedAt}
          onChange={(patient) => model.setPatient(patient)}
        />
      </section>
    </>
  );
}
