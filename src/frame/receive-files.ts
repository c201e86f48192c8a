import { Failure } from '../failure.ts';

/** The image files in a drop or paste, in their order; other kinds of data are left out. */
export function filesFrom(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])];
}

/**
 * Reads a picture from the clipboard, on a tap.
 * @throws Failure `clipboard-empty` when there is none, or reading was refused.
 */
export async function readClipboard(): Promise<File> {
  const items = await readItems();
  for (const item of items) {
    const type = item.types.find((candidate) => candidate.startsWith('image/'));
    if (type !== undefined) return new File([await item.getType(type)], '', { type });
  }
  throw new Failure('clipboard-empty');
}

async function readItems(): Promise<ClipboardItems> {
  try {
    return await navigator.clipboard.read();
  } catch (error) {
    throw new Failure('clipboard-empty', String(error));
  }
}
