import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { decodePicture } from '../agreement/picked-pictures.ts';
import { type Failure, toFailure } from '../failure.ts';
import styles from './agreement-pictures.module.css';
import { FailureNotice } from './failure-notice.tsx';

/** A picture file as it is, decoded while it is shown. */
export function FilePicture({ file, label }: { readonly file: File; readonly label: string }): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const draw = async (): Promise<void> => {
      try {
        const { bitmap } = await decodePicture(file);
        if (canvas.current) {
          canvas.current.width = bitmap.width;
          canvas.current.height = bitmap.height;
          canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
        }
        bitmap.close();
      } catch (thrown) {
        setFailure(toFailure(thrown));
      }
    };
    void draw();
  }, [file]);
  if (failure) return <FailureNotice failure={failure} />;
  return <canvas ref={canvas} class={styles.canvas} role="img" aria-label={label} />;
}
