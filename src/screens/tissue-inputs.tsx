import { ClipboardPaste, ImagePlus, Images, UserRound } from 'lucide';
import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { FileButton } from '../components/file-button.tsx';
import { openFile } from '../frame/open-file.ts';
import { readClipboard } from '../frame/receive-files.ts';
import { simulateLayers } from '../frame/simulate-layers.ts';
import type { Origin } from '../history/examination.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import styles from './tissue-inputs.module.css';
import type { LimbPicture, TissueModel } from './tissue-model.ts';

interface TissueInputsProps {
  readonly model: TissueModel;
  /** Whether nothing is shown yet, so that this is what to do first. */
  readonly isFirst: boolean;
}

/** The ways a picture of a limb comes in. */
export function TissueInputs({ model, isFirst }: TissueInputsProps): VNode {
  return (
    <div class={isFirst ? styles.first : styles.again}>
      <FileButton
        kind="primary"
        icon={ImagePlus}
        text={say(isFirst ? 'tissue.open' : 'tissue.another')}
        accept="image/*,.dcm,.dicom,.ima,application/dicom"
        onFiles={([file]) => {
          if (file) void model.show('opening', () => openLimb(file, 'file'));
        }}
      />
      <div class={styles.others}>
        <Button icon={UserRound} onPress={() => void model.show('simulating', simulateLimb)}>
          {say('tissue.simulate')}
        </Button>
        <Button
          icon={ClipboardPaste}
          onPress={() => void model.show('opening', async () => openLimb(await readClipboard(), 'clipboard'))}
        >
          {say('tissue.paste')}
        </Button>
        <Button icon={Images} onPress={() => go({ place: 'lab', room: 'prepared' })}>
          {say('tissue.prepared')}
        </Button>
      </div>
      {isFirst && <p class={styles.hint}>{say('tissue.drop')}</p>}
    </div>
  );
}

/** Opens a picture file or the first picture of a DICOM file. */
export async function openLimb(file: File, origin: Origin): Promise<LimbPicture> {
  const { bitmap, name } = await openFile(file, origin);
  return { bitmap, name, regions: null };
}

/** Another limb each time. */
async function simulateLimb(): Promise<LimbPicture> {
  const seed = Math.floor(Math.random() * 1e6);
  const { bitmap, regions } = await simulateLayers({ kind: 'limb', seed });
  return { bitmap, name: say('tissue.simulated', { seed }), regions };
}
