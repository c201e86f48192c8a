import { FileCheck } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { FailureNotice } from '../components/failure-notice.tsx';
import { FileButton } from '../components/file-button.tsx';
import { openMask } from '../frame/open-mask.ts';
import { say } from '../i18n/say.ts';
import { tissueLayers } from '../tissue/layer-map.ts';
import type { MaskMeaning } from '../tissue/mask-values.ts';
import type { LimbMask } from './limb-mask.ts';
import type { ReadPicture, TissueModel } from './tissue-model.ts';
import styles from './tissue-result.module.css';

interface TissueTruthProps {
  readonly shown: ReadPicture;
  readonly model: TissueModel;
}

/** Where the truth comes from: a mask that the user opens and explains; a simulated limb brings its own. */
export function TissueTruth({ shown, model }: TissueTruthProps): VNode | null {
  const mask = model.mask.value;
  const failure = model.maskFailure.value;
  if (shown.picture.regions !== null) return null;
  const isSilent = mask !== null && model.view.value === 'fascia' && model.truth.value?.fascia === null;
  return (
    <section class={card.card}>
      <h2>{say(mask === null ? 'tissue.panel.truth' : 'tissue.mask.title')}</h2>
      {mask === null && <p class={card.quiet}>{`${say('tissue.truth.none')} ${say('tissue.truth.more')}`}</p>}
      {mask !== null && <Meanings mask={mask} model={model} />}
      {isSilent && <p class={card.quiet}>{say('tissue.truth.elsewhere')}</p>}
      {failure && <FailureNotice failure={failure} />}
      <div class={card.row}>
        <FileButton
          icon={FileCheck}
          text={say('tissue.truth.open')}
          accept="image/png,image/*"
          onFiles={([file]) => {
            if (file) void model.openMask(() => openMask(file));
          }}
        />
        {mask !== null && (
          <Button
            onPress={() => {
              model.mask.value = null;
            }}
          >
            {say('tissue.mask.remove')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Meanings({ mask, model }: { readonly mask: LimbMask; readonly model: TissueModel }): VNode {
  return (
    <div class={styles.values}>
      {mask.values.map(({ value, share }) => (
        <label key={value} class={styles.value}>
          <span>{say('tissue.mask.value', { value, percent: Math.round(100 * share) })}</span>
          <select
            value={mask.meanings.get(value)}
            onChange={(event) => {
              const chosen = meanings.find((meaning) => meaning === event.currentTarget.value);
              if (chosen !== undefined) model.mean(value, chosen);
            }}
          >
            {meanings.map((meaning) => (
              <option key={meaning} value={meaning}>
                {wordsFor(meaning)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

const meanings: readonly MaskMeaning[] = [
  ...tissueLayers.filter((layer) => layer !== 'background'),
  'other',
  'background',
  'unknown',
];

function wordsFor(meaning: MaskMeaning): string {
  if (meaning === 'other' || meaning === 'unknown') return say(`tissue.mask.${meaning}`);
  return say(`tissue.layer.${meaning}`);
}
