import { Failure } from '../failure.ts';
import { type Learning, readLearning } from './learning-file.ts';

/** How a shipped model learned, and the picture that it was watched on. */
export interface OpenedLearning {
  readonly learning: Learning;
  readonly picture: HTMLCanvasElement;
}

/**
 * Fetches both from the folder of a shipped package; they lie in the app's own cache.
 * @throws Failure `model-missing` when they are not there, `package-damaged` when they are not as training writes them
 */
export async function loadLearning(name: string): Promise<OpenedLearning> {
  const folder = new URL(`models/${name}/`, document.baseURI);
  const learning = readLearning(await (await request(new URL('learning.json', folder))).text());
  const grey = await (await request(new URL(learning.picture, folder))).arrayBuffer();
  return { learning, picture: paint(new Uint8Array(grey), learning.pictureSide) };
}

async function request(url: URL): Promise<Response> {
  const response = await fetch(url).catch(() => null);
  if (response?.ok !== true) throw new Failure('model-missing', url.pathname);
  return response;
}

function paint(grey: Uint8Array, side: number): HTMLCanvasElement {
  if (grey.length !== side * side) throw new Failure('package-damaged', `picture of ${grey.length} bytes`);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pixels = new ImageData(side, side);
  grey.forEach((level, i) => {
    pixels.data.set([level, level, level, 255], 4 * i);
  });
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}
