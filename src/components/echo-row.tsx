import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { readGrey } from '../frame/read-grey.ts';
import { formatMeasured } from '../i18n/format-measure.ts';
import { say } from '../i18n/say.ts';
import { type EchoRegion, echoRatio } from '../measure/echo-ratio.ts';
import type { MeasureModel } from '../measure-model.ts';
import type { Point } from '../pixels/sector.ts';
import { SizeRow } from './size-row.tsx';
import type { Traced } from './trace-overlay.tsx';

interface EchoRowProps {
  readonly model: MeasureModel;
  readonly bitmap: ImageBitmap;
  readonly traced: Traced | null;
  readonly onTrace: (traced: Traced | null) => void;
}

const key = 'echo';

/** The brightness of the cortex over that of the liver, where circles were placed that can be compared. */
export function EchoRow({ model, bitmap, traced, onTrace }: EchoRowProps): VNode | null {
  const { analysis } = model.examination;
  const { echo } = model.marks.value;
  const grey = useMemo(() => echo && readGrey(bitmap, analysis), [bitmap, analysis, echo === undefined]);
  if (!echo || !grey) return null;
  const ratio = echoRatio(grey, { ...echo, sector: analysis.outcome.sector });
  if (ratio.kind === 'refused') return null;
  const words = formatMeasured(ratio, '');
  const isPressed = traced?.key === key;
  const trace = { kind: 'contours', contours: [ringOf(echo.cortex), ringOf(echo.liver)] } as const;
  return (
    <SizeRow
      title={say('measured.echo')}
      words={words}
      mark={say('measured.echo.mark')}
      isPressed={isPressed}
      onPress={() =>
        onTrace(isPressed ? null : { key, label: `${say('measured.echo')} ${words.value}`, trace })
      }
    >
      <p>{say('echo.how')}</p>
    </SizeRow>
  );
}

function ringOf({ centre, radius }: EchoRegion): readonly Point[] {
  return Array.from({ length: 48 }, (_, i) => ({
    x: centre.x + radius * Math.cos((i * Math.PI) / 24),
    y: centre.y + radius * Math.sin((i * Math.PI) / 24),
  }));
}
