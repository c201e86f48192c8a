import { Camera, ClipboardPaste, FolderOpen, Hand, ImagePlus, UserRound } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type Failure, toFailure } from '../failure.ts';
import { readClipboard } from '../frame/receive-files.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { checkFiles, checkSample } from '../screens/check-pictures.ts';
import { useServices } from '../services.ts';
import { Button } from './button.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { FileButton } from './file-button.tsx';
import styles from './picture-inputs.module.css';

/** The ways a picture comes in: files, camera, clipboard, a simulated patient. Dropping works on the whole page. */
export function PictureInputs(): VNode {
  const { exam } = useServices();
  const [failure, setFailure] = useState<Failure | null>(null);

  const paste = async (): Promise<void> => {
    try {
      setFailure(null);
      await checkFiles(exam, [await readClipboard()], 'clipboard');
    } catch (error) {
      setFailure(toFailure(error));
    }
  };

  return (
    <div class={styles.inputs}>
      <div class={styles.buttons}>
        <div class={styles.main}>
          <FileButton
            kind="primary"
            icon={ImagePlus}
            text={say('scan.choose')}
            accept="image/*,video/*,.dcm,.dicom,.ima,.zip,application/dicom,application/zip"
            isMany
            onFiles={(files) => void checkFiles(exam, files, 'file')}
          />
        </div>
        <FileButton
          icon={FolderOpen}
          text={say('scan.folder')}
          accept=""
          isFolder
          onFiles={(files) => void checkFiles(exam, files, 'file')}
        />
        <Button icon={Camera} onPress={() => go({ place: 'camera' })}>
          {say('scan.camera')}
        </Button>
        <Button icon={ClipboardPaste} onPress={() => void paste()}>
          {say('scan.paste')}
        </Button>
        <Button icon={UserRound} onPress={() => void checkSample(exam)}>
          {say('scan.sample')}
        </Button>
        <Button icon={Hand} onPress={() => go({ place: 'patient', settings: '' })}>
          {say('scan.patient')}
        </Button>
      </div>
      <p class={styles.hint}>
        {say('scan.choose.more')}. {say('scan.drop')}
      </p>
      {failure && <FailureNotice failure={failure} />}
    </div>
  );
}
