import type { PlanarImage, Plane } from '../src/pixels/planar-image.ts';
import type { Picture } from './protocol.ts';

/** Where the planes of the two formats in which cameras give their pictures lie (WebCodecs, 9.4). */
const chromaOf: Readonly<Record<string, (rest: readonly PlaneLayout[]) => readonly (Plane | undefined)[]>> = {
  I420: ([blue, red]) => [plane(blue, 0, 1), plane(red, 0, 1)],
  NV12: ([both]) => [plane(both, 0, 2), plane(both, 1, 2)],
};

let buffer = new Uint8Array(0);

/**
 * A video frame's planes, copied once and not converted: drawing 720p on a canvas and reading it back takes ten times
 * as long. Null for other pictures, and for frames that are turned or have another format. The planes hold until the next
 * call.
 */
export async function readPlanes(frame: Picture): Promise<PlanarImage | null> {
  // Firefox before 130 and Safari before 16.4 have no video frames; the page then sends bitmaps.
  if (typeof VideoFrame === 'undefined' || !(frame instanceof VideoFrame)) return null;
  const { format, visibleRect } = frame;
  const isTurned = frame.displayWidth !== visibleRect?.width || frame.displayHeight !== visibleRect.height;
  const chroma = chromaOf[format ?? ''];
  if (chroma === undefined || isTurned) return null;
  const size = frame.allocationSize();
  if (buffer.length < size) buffer = new Uint8Array(size);
  const [first, ...rest] = await frame.copyTo(buffer);
  const luma = plane(first, 0, 1);
  const [blue, red] = chroma(rest);
  if (luma === undefined || blue === undefined || red === undefined) return null;
  return {
    width: visibleRect.width,
    height: visibleRect.height,
    data: buffer,
    luma,
    blue,
    red,
    isFullRange: frame.colorSpace.fullRange === true,
  };
}

function plane(layout: PlaneLayout | undefined, shift: number, step: 1 | 2): Plane | undefined {
  return layout && { offset: layout.offset + shift, stride: layout.stride, step };
}
