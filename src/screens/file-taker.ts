import { useEffect } from 'preact/hooks';

type TakeFiles = (files: readonly File[]) => void;

let taker: TakeFiles | null = null;

/** Gives dropped or pasted files to the screen that wants them for itself; false when none does. */
export function giveToScreen(files: readonly File[]): boolean {
  taker?.(files);
  return taker !== null;
}

/** While the screen is open, what is dropped or pasted comes to it and not to Scan. */
export function useFileTaker(take: TakeFiles): void {
  useEffect(() => {
    taker = take;
    return () => {
      taker = null;
    };
  }, [take]);
}
