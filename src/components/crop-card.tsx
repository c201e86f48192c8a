import { Crosshair, Keyboard, Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CropMarks } from '../crop-marks.ts';
import type { ErasedMarks } from '../findings/crop-reading.ts';
import { say, sayCount } from '../i18n/say.ts';
import type { GreyImage } from '../pixels/grey-image.ts';
import type { Screened } from '../screener.ts';
import { Button } from './button.tsx';
import card from './card.module.css';
import styles from './crop-card.module.css';

interface CropCardProps {
  readonly marks: CropMarks;
  /** Null while nothing was read. */
  readonly screened: Screened | null;
  /** Sets both marks without a tap. */
  readonly onMiddle: () => void;
}

/** Where the square round the kidney came from, what was painted over in it, and what the model gets in the end. */
export function CropCard({ marks, screened, onMiddle }: CropCardProps): VNode {
  const axis = marks.axis.value;
  const burnedIn = screened?.burnedIn ?? null;
  return (
    <section class={card.card}>
      <h2>{say('crop.title')}</h2>
      <div class={styles.crop}>
        {screened && <GreyPicture picture={screened.input} />}
        <div class={styles.words}>
          {axis && <p>{say(`crop.from.${axis.from}`)}</p>}
          {screened && <p class={card.quiet}>{erasedWords(screened.reading.erased)}</p>}
        </div>
      </div>
      {axis && (axis.from === 'by-hand' || (axis.from === 'burned-in' && marks.home === 'outline')) && (
        <Button icon={Undo2} onPress={() => marks.reset()}>
          {say(`crop.reset.${marks.home}`)}
        </Button>
      )}
      {axis && axis.from !== 'burned-in' && burnedIn && (
        <Button icon={Crosshair} onPress={() => marks.choose(burnedIn)}>
          {say('crop.take.burned-in')}
        </Button>
      )}
      {axis === null && (
        <Button icon={Keyboard} onPress={onMiddle}>
          {say('crop.middle')}
        </Button>
      )}
      <p class={`${card.small} ${styles.keys}`}>{say('crop.keys')}</p>
    </section>
  );
}

function erasedWords({ calipers, texts }: ErasedMarks): string {
  if (calipers + texts === 0) return say('crop.erased.none');
  const [ofCalipers, ofTexts] = [sayCount('crop.calipers', calipers), sayCount('crop.texts', texts)];
  const both = say('crop.erased.and', { calipers: ofCalipers, texts: ofTexts });
  const one = texts === 0 ? ofCalipers : ofTexts;
  return say('crop.erased', { what: calipers > 0 && texts > 0 ? both : one });
}

function GreyPicture({ picture }: { readonly picture: GreyImage }): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, data } = picture;
  useEffect(() => {
    const pixels = new ImageData(width, height);
    data.forEach((level, i) => {
      pixels.data.set([level, level, level, 255], 4 * i);
    });
    canvas.current?.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [width, height, data]);
  return (
    <canvas
      ref={canvas}
      class={styles.picture}
      width={width}
      height={height}
      role="img"
      aria-label={say('crop.picture')}
    />
  );
}
