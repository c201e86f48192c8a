import { FolderOpen, ImagePlus } from 'lucide';
import type { VNode } from 'preact';
import type { AgreementModel } from '../agreement/agreement-model.ts';
import { isBusy } from '../agreement/agreement-phase.ts';
import { say } from '../i18n/say.ts';
import card from './card.module.css';
import { FileButton } from './file-button.tsx';

/** The ways to choose pictures: not every tablet can choose a folder. */
export function PictureButtons({ model }: { readonly model: AgreementModel }): VNode {
  const shared = {
    isDisabled: isBusy(model.phase.value),
    onFiles: (files: File[]) => void model.choosePictures(files),
  };
  return (
    <div class={card.row}>
      <FileButton {...shared} icon={FolderOpen} text={say('agreement.choose.folder')} accept="" isFolder />
      <FileButton
        {...shared}
        icon={ImagePlus}
        text={say('agreement.choose.pictures')}
        accept="image/*,.dcm,.dicom,.ima,.zip,application/dicom,application/zip"
        isMany
      />
    </div>
  );
}
