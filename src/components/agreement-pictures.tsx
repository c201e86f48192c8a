import { ChevronDown, ChevronRight } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { AgreementModel } from '../agreement/agreement-model.ts';
import type { Compared } from '../agreement/agreement-phase.ts';
import { pairName } from '../agreement/figures.ts';
import type { Structure } from '../analysis.ts';
import type { PairAgreement } from '../evaluation/compare-readers.ts';
import { type RankedPicture, worstFirst } from '../evaluation/worst-first.ts';
import { say } from '../i18n/say.ts';
import { AgreementPicture } from './agreement-picture.tsx';
import styles from './agreement-pictures.module.css';
import { Button } from './button.tsx';
import card from './card.module.css';
import { Choice } from './choice.tsx';
import { Icon } from './icon.tsx';
import { PictureButtons } from './picture-buttons.tsx';

interface AgreementPicturesProps {
  readonly model: AgreementModel;
  readonly compared: Compared;
  readonly structures: readonly Structure[];
}

/** So many pictures more at each tap. */
const step = 10;

/** The pictures on which two readers agree least, each opening on a tap. */
export function AgreementPictures({ model, compared, structures }: AgreementPicturesProps): VNode | null {
  const { pairs } = compared.agreement;
  const [shown, setShown] = useState(step);
  const [pairIndex, setPairIndex] = useState('0');
  const [chosen, setChosen] = useState<Structure | 'all'>('all');
  const pair = pairs[Number(pairIndex)];
  if (pair === undefined) return null;
  const ranked = worstFirst(pair, chosen === 'all' ? null : chosen);
  return (
    <section class={card.card}>
      <h2>{say('agreement.worst')}</h2>
      {pairs.length > 1 && (
        <Choice
          title={say('agreement.pair')}
          options={pairs.map(({ readers }, i) => ({ value: String(i), text: pairName(readers) }))}
          value={pairIndex}
          onChoose={setPairIndex}
        />
      )}
      {structures.length > 1 && (
        <Choice
          title={say('agreement.structure')}
          options={[
            { value: 'all', text: say('agreement.all') },
            ...structures.map((one) => ({ value: one, text: say(`outline.short.${one}`) })),
          ]}
          value={chosen}
          onChoose={setChosen}
        />
      )}
      {model.pictures.value.size === 0 && <PictureButtons model={model} />}
      <ul class={styles.list}>
        {ranked.slice(0, shown).map((picture) => (
          <li key={`${pairIndex} ${picture.fileName}`}>
            <PictureRow model={model} compared={compared} pair={pair} picture={picture} />
          </li>
        ))}
      </ul>
      {ranked.length > shown && (
        <Button onPress={() => setShown(shown + step)}>{say('agreement.worst.more')}</Button>
      )}
    </section>
  );
}

interface PictureRowProps {
  readonly model: AgreementModel;
  readonly compared: Compared;
  readonly pair: PairAgreement;
  readonly picture: RankedPicture;
}

function PictureRow({ model, compared, pair, picture }: PictureRowProps): VNode {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" class={styles.row} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Icon node={isOpen ? ChevronDown : ChevronRight} />
        <span class={styles.name}>{picture.fileName}</span>
        <span class={styles.dice}>{say('agreement.picture.dice', { value: picture.dice.toFixed(2) })}</span>
      </button>
      {isOpen && <AgreementPicture model={model} compared={compared} pair={pair} picture={picture} />}
    </>
  );
}
