import { useEffect, useRef } from 'preact/hooks';
import type { PickedFile } from '../frame/picked-file.ts';
import { pictureTarget } from '../picture-target.ts';

/** While the screen is shown, dropped and pasted pictures come to it. */
export function usePictureTarget(hint: string, take: (picked: readonly PickedFile[]) => void): void {
  const newest = useRef(take);
  newest.current = take;
  useEffect(() => {
    pictureTarget.value = { hint, take: (picked) => newest.current(picked) };
    return () => {
      pictureTarget.value = null;
    };
  }, [hint]);
}
