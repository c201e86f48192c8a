import type { StoredClip } from './examination.ts';

/** Puts JPEG pictures one after the other. */
export function joinPictures(pictures: readonly ArrayBuffer[]): StoredClip {
  const lengths = pictures.map(({ byteLength }) => byteLength);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const picture of pictures) {
    bytes.set(new Uint8Array(picture), at);
    at += picture.byteLength;
  }
  return { type: 'image/jpeg', bytes: bytes.buffer, lengths };
}

/** The pictures of a clip, as views of its bytes. */
export function splitPictures({ type, bytes, lengths }: StoredClip): readonly Blob[] {
  let at = 0;
  return lengths.map((length) => {
    const picture = new Blob([new Uint8Array(bytes, at, length)], { type });
    at += length;
    return picture;
  });
}
