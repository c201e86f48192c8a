import { FolderOpen, ImagePlus } from 'lucide';
import type { VNode } from 'preact';
import { type PickedFile, pickFiles } from '../frame/picked-file.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import { FileButton } from './file-button.tsx';

interface ProjectInputsProps {
  readonly isPrimary?: boolean;
  readonly isDisabled: boolean;
  readonly onPicked: (picked: readonly PickedFile[]) => void;
}

/** The ways pictures come into a project: files, ZIPs, a folder. Dropping works on the whole page. */
export function ProjectInputs({ isPrimary = false, isDisabled, onPicked }: ProjectInputsProps): VNode {
  return (
    <div class={card.row}>
      <FileButton
        kind={isPrimary ? 'primary' : 'plain'}
        icon={ImagePlus}
        text={say(isPrimary ? 'annotate.choose' : 'annotate.add')}
        accept="image/*,.dcm,.dicom,.ima,.zip,.csv,.json,application/dicom,application/zip"
        isMany
        isDisabled={isDisabled}
        onFiles={(files) => onPicked(pickFiles(files))}
      />
      <FileButton
        icon={FolderOpen}
        text={say('annotate.folder')}
        accept=""
        isFolder
        isDisabled={isDisabled}
        onFiles={(files) => onPicked(pickFiles(files))}
      />
    </div>
  );
}
