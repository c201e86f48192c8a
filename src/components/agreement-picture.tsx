import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AgreementModel } from '../agreement/agreement-model.ts';
import type { Compared } from '../agreement/agreement-phase.ts';
import { formatFigure, letterOf } from '../agreement/figures.ts';
import { decodePicture } from '../agreement/picked-pictures.ts';
import { styleOf } from '../agreement/reader-styles.ts';
import type { AnnotatedPicture } from '../annotation/annotation.ts';
import type { OutlineAgreement } from '../evaluation/compare-pictures.ts';
import type { Measure, PairAgreement, ReaderAgreement } from '../evaluation/compare-readers.ts';
import { boxAround, largestPicture } from '../evaluation/draw-mask.ts';
import { nameKey } from '../evaluation/match-pictures.ts';
import { outlinesOf } from '../evaluation/outlines.ts';
import type { RankedPicture } from '../evaluation/worst-first.ts';
import { type Failure, toFailure } from '../failure.ts';
import { say } from '../i18n/say.ts';
import styles from './agreement-pictures.module.css';
import card from './card.module.css';
import { drawReadings, type Reading } from './draw-readings.ts';
import { FailureNotice } from './failure-notice.tsx';
import { LineSwatch } from './line-swatch.tsx';
import table from './metrics-table.module.css';

interface AgreementPictureProps {
  readonly model: AgreementModel;
  readonly compared: Compared;
  readonly pair: PairAgreement;
  readonly picture: RankedPicture;
}

/** One picture with the outlines of a pair of readers on it, and its figures. */
export function AgreementPicture({ model, compared, pair, picture }: AgreementPictureProps): VNode {
  const { agreement, readers } = compared;
  const file = model.pictures.value.get(nameKey(picture)) ?? null;
  const { bitmap, failure } = useBitmap(file);
  const drawn = pair.readers.map((reader) => {
    const { pictures } = readers[reader]?.annotations ?? { pictures: [] };
    return pictures.find((one) => nameKey(one) === nameKey(picture));
  });
  const names = pair.readers.map((reader) => agreement.readers[reader] ?? '');
  const readings = drawn.map((one, i): Reading => {
    const polygons = one ? picture.outlines.flatMap(({ structure }) => outlinesOf(one, structure)) : [];
    return { polygons, style: styleOf(pair.readers[i] ?? 0) };
  });
  return (
    <div class={styles.picture}>
      {file === null && <p class={card.small}>{say('agreement.picture.missing')}</p>}
      {failure && <FailureNotice failure={failure} />}
      <PictureCanvas
        bitmap={bitmap}
        size={bitmap ?? sizeOf(drawn, readings)}
        readings={readings}
        label={say('agreement.picture.outlines', { name: picture.fileName, readers: names.join(', ') })}
      />
      <ul class={styles.legend}>
        {pair.readers.map((reader, i) => (
          <li key={reader}>
            <LineSwatch style={styleOf(reader)} />
            {letterOf(reader)} {names[i]}
          </li>
        ))}
      </ul>
      <Figures outlines={picture.outlines} unit={agreement.unit} names={names} />
    </div>
  );
}

/** Decodes the picture while it is shown; null until then, and without a file. */
function useBitmap(file: File | null) {
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isGone = false;
    let opened: ImageBitmap | null = null;
    const open = async (from: File): Promise<void> => {
      try {
        opened = (await decodePicture(from)).bitmap;
        if (isGone) opened.close();
        else setBitmap(opened);
      } catch (thrown) {
        setFailure(toFailure(thrown));
      }
    };
    if (file) void open(file);
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [file]);
  return { bitmap, failure };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Of a picture that is not there: as the files say, else so large that the outlines fit. */
function sizeOf(drawn: readonly (AnnotatedPicture | undefined)[], readings: readonly Reading[]): Size {
  const said = drawn.flatMap((one) => one?.size ?? [])[0];
  if (said) return said;
  const box = boxAround(
    readings.flatMap(({ polygons }) => polygons),
    largestPicture,
  );
  return { width: box.x + box.width + box.x, height: box.y + box.height + box.y };
}

interface PictureCanvasProps {
  readonly bitmap: ImageBitmap | null;
  readonly size: Size;
  readonly readings: readonly Reading[];
  readonly label: string;
}

function PictureCanvas({ bitmap, size: { width, height }, readings, label }: PictureCanvasProps): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, width, height);
    if (bitmap) context.drawImage(bitmap, 0, 0);
    drawReadings(context, readings, Math.max(1.5, width / 300));
  });
  return (
    <canvas ref={canvas} class={styles.canvas} width={width} height={height} role="img" aria-label={label} />
  );
}

const columns: readonly Measure[] = ['dice', 'hausdorff95', 'lengthDifference', 'areaShare'];

interface FiguresProps {
  readonly outlines: readonly OutlineAgreement[];
  readonly unit: ReaderAgreement['unit'];
  readonly names: readonly string[];
}

function Figures({ outlines, unit, names }: FiguresProps): VNode {
  return (
    <table class={table.table}>
      <thead>
        <tr>
          <td />
          {outlines.map(({ structure }) => (
            <th key={structure} scope="col">
              {say(`outline.short.${structure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((measure) => (
          <tr key={measure}>
            <th scope="row">{say(`agreement.figure.${measure}`)}</th>
            {outlines.map((outline) => (
              <td key={outline.structure} class={table.figure}>
                {wordsOf(outline, measure, { unit, names })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function wordsOf(
  outline: OutlineAgreement,
  measure: Measure,
  { unit, names }: Pick<FiguresProps, 'unit' | 'names'>,
): string {
  const value = outline[measure];
  if (value !== null) return formatFigure(measure, value, unit);
  return say('agreement.picture.alone', { reader: names[outline.drawnBy === 'first' ? 0 : 1] ?? '' });
}
