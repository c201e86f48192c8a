import { useEffect, useState } from 'preact/hooks';
import { pickFiles } from '../frame/picked-file.ts';
import { readDropped } from '../frame/read-dropped.ts';
import { filesFrom } from '../frame/receive-files.ts';
import { pictureTarget } from '../picture-target.ts';
import { useServices } from '../services.ts';
import { checkFiles, checkPicked } from './check-pictures.ts';

/** Takes what is dropped or pasted anywhere; whether something is held over the page. */
export function useDroppedAndPastedFiles(): boolean {
  const { exam } = useServices();
  const [isDropping, setIsDropping] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsDropping(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsDropping(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setIsDropping(false);
      const dropped = readDropped(event.dataTransfer);
      const target = pictureTarget.value;
      void dropped.then((picked) => (target ? target.take(picked) : checkPicked(exam, picked, 'drop')));
    };
    const paste = (event: ClipboardEvent): void => {
      const files = filesFrom(event.clipboardData);
      const target = pictureTarget.value;
      if (target && files.length > 0) target.take(pickFiles(files));
      else void checkFiles(exam, files, 'clipboard');
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, [exam]);
  return isDropping;
}
