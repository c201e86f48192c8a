import type { Analysis } from '../src/analysis.ts';
import type { GreyImage } from '../src/pixels/grey-image.ts';
import { openPackage, useWasm } from '../test/fixtures/open-package.ts';
import { analyse } from '../workers/analyse.ts';
import { proveModel } from '../workers/self-test.ts';
import type { Session } from '../workers/session.ts';

/** What Node lacks of a browser's `ImageData`. */
class Pixels {
  readonly data: Uint8ClampedArray;
  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
}

/** The app's own straight line from a picture to its analysis, with the shipped model on WASM in Node, one thread. */
export async function startAnalysing(): Promise<(grey: GreyImage) => Promise<Analysis>> {
  Object.assign(globalThis, { ImageData: Pixels });
  await useWasm();
  const active = await proveModel(await openPackage('kidney-view'));
  const session = { active, engine: { backend: 'wasm', selfTest: active.selfTest }, lost: null };
  return (grey) =>
    analyse(session as unknown as Session, { picture: paint(grey) as ImageData, withAnatomy: true });
}

function paint({ width, height, data }: GreyImage): Pixels {
  const pixels = new Pixels(width, height);
  for (const [i, level] of data.entries()) pixels.data.set([level, level, level, 255], 4 * i);
  return pixels;
}
