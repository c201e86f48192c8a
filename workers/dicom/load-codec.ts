/// <reference path="./codecs.d.ts" />
import type { Packing } from '../../src/dicom/transfer-syntax.ts';

/** One decoded frame as a codec gives it, copied out of its memory. */
export interface Decoded {
  readonly info: CodecFrameInfo;
  /** Little-endian samples. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isPlanar: boolean;
}

/** Decodes one compressed frame. @throws whatever the codec throws; it works on for the next frame. */
export type Codec = (coded: Uint8Array) => Promise<Decoded>;

interface CodecSource {
  readonly decoder: string;
  readonly load: () => Promise<[{ default: CodecFactory }, { default: string }]>;
}

/** Each is loaded when a file needs it, glue and WebAssembly apart: the policy allows no data URLs. */
const sources: Readonly<Record<Exclude<Packing, 'native' | 'rle'>, CodecSource>> = {
  jpeg: {
    decoder: 'JPEGDecoder',
    load: () =>
      Promise.all([
        import('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs'),
        import('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm?url'),
      ]),
  },
  'jpeg-ls': {
    decoder: 'JpegLSDecoder',
    load: () =>
      Promise.all([
        import('@cornerstonejs/codec-charls/decodewasmjs'),
        import('@cornerstonejs/codec-charls/decodewasm?url'),
      ]),
  },
  'jpeg-2000': {
    decoder: 'J2KDecoder',
    load: () =>
      Promise.all([
        import('@cornerstonejs/codec-openjpeg/decodewasmjs'),
        import('@cornerstonejs/codec-openjpeg/decodewasm?url'),
      ]),
  },
};

/** Loads the codec of a packing; null where none is needed. */
export async function loadCodec(packing: Packing): Promise<Codec | null> {
  if (packing === 'native' || packing === 'rle') return null;
  const { decoder, load } = sources[packing];
  const [{ default: factory }, { default: url }] = await load();
  const wasmBinary = await (await fetch(url)).arrayBuffer();
  const silent = (): void => undefined;
  const start = () => factory({ wasmBinary, print: silent, printErr: silent });
  let module = await start();
  return async (coded) => {
    try {
      return decode(module[decoder], coded);
    } catch (thrown) {
      // What threw in the middle may have left its memory in disorder.
      module = await start();
      throw thrown;
    }
  };
}

function decode(Decoder: (new () => CodecDecoder) | undefined, coded: Uint8Array): Decoded {
  if (Decoder === undefined) throw new Error('the codec is not the one that was expected');
  const decoder = new Decoder();
  decoder.getEncodedBuffer(coded.length).set(coded);
  decoder.decode();
  const decoded = {
    info: decoder.getFrameInfo(),
    bytes: new Uint8Array(decoder.getDecodedBuffer()),
    isPlanar: decoder.getInterleaveMode?.() === 0,
  };
  decoder.delete();
  return decoded;
}
