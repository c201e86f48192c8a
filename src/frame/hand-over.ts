import type { Picture } from '../../workers/protocol.ts';

/** What is transferred with a picture, so that its pixels are never copied on their way to a worker. */
export function transferOf(picture: Picture): Transferable[] {
  return ['data' in picture ? picture.data.buffer : picture];
}

/** The same picture once more, for another worker; a video frame's copy shares its pixels. */
export async function copyOf(picture: Picture): Promise<Picture> {
  if ('clone' in picture) return picture.clone();
  if ('data' in picture) return new ImageData(picture.data.slice(), picture.width, picture.height);
  return createImageBitmap(picture);
}

/** Ends a picture that nobody takes; one that was given away has ended already. */
export function closePicture(picture: Picture): void {
  if ('close' in picture) picture.close();
}
