import type { GreyImage } from '../src/pixels/grey-image.ts';
import { meanOf } from '../src/pixels/planar-image.ts';
import type { FoundScreen } from '../src/scanner-screen/find-screen.ts';
import { greyOfScreen } from '../src/scanner-screen/grey-of-screen.ts';
import { keepScan } from '../src/scanner-screen/keep-scan.ts';
import type { Quad } from '../src/scanner-screen/quad.ts';
import { rectifyScreen } from '../src/scanner-screen/rectify-screen.ts';
import { ScreenTracker } from '../src/scanner-screen/track-screen.ts';
import { createDrawing, sizeOf } from './draw-picture.ts';
import { paintGrey } from './paint-grey.ts';
import type { Picture } from './protocol.ts';
import { readPlanes } from './read-planes.ts';
import type { ScreenRequest, ScreenView, SeenScreen } from './screen-protocol.ts';

/** Reads the screen in one picture after the other of a camera. */
export function createScreenReader(): (request: ScreenRequest) => Promise<ScreenView> {
  const toPixels = createDrawing();
  const tracker = new ScreenTracker();
  return async ({ picture, corners }) => {
    const began = performance.now();
    const pictureWidth = sizeOf(picture).width;
    const image = await readGrey(picture, toPixels);
    const read = performance.now();
    const scale = image.width / pictureWidth;
    const found = corners === null ? tracker.see(image) : setByHand(corners, scale);
    if (corners !== null) tracker.forget();
    const searched = performance.now();
    const screen = found && spread(image, found);
    const timing = { read: read - began, find: searched - read, rectify: performance.now() - searched };
    return { width: image.width, height: image.height, screen, timing };
  };
}

async function readGrey(picture: Picture, toPixels: (picture: Picture) => ImageData): Promise<GreyImage> {
  try {
    const planes = await readPlanes(picture);
    return planes ? meanOf(planes) : greyOfScreen(toPixels(picture));
  } finally {
    if ('close' in picture) picture.close();
  }
}

function setByHand([a, b, c, d]: Quad, scale: number): FoundScreen {
  const inImage = ({ x, y }: Quad[number]): Quad[number] => ({ x: x * scale, y: y * scale });
  return { corners: [inImage(a), inImage(b), inImage(c), inImage(d)], confidence: 1 };
}

function spread(image: GreyImage, { corners, confidence }: FoundScreen): SeenScreen {
  const { image: flat, glareShare } = rectifyScreen(image, corners);
  return { corners, confidence, rectified: paintGrey(keepScan(flat)), glareShare };
}
