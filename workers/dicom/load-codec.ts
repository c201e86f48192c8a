/// <reference path="./codecs.d.ts" />
import type { Packing } from '../../src/dicom/transfer-syntax.ts';
import { Failure } from '../../src/failure.ts';

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

/**
 * Loads the codec of a packing; null where none is needed.
 * @throws Failure `decoder-missing` when its files cannot be had
 */
export async function loadCodec(packing: Packing): Promise<Codec | null> {
  if (packing === 'native' || packing === 'rle') return null;
  const codec = loaded.get(packing) ?? (await makeCodec(sources[packing]));
  loaded.set(packing, codec);
  return codec;
}

/** Kept for the next file. */
const loaded = new Map<Packing, Codec>();

async function makeCodec(source: CodecSource): Promise<Codec> {
  const { factory, compiled } = await fetchCodec(source);
  const { decoder } = source;
  const start = () => startCodec(factory, compiled);
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

async function fetchCodec({ load }: CodecSource) {
  try {
    const [{ default: factory }, { default: url }] = await load();
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status}`);
    return { factory, compiled: await WebAssembly.compile(await response.arrayBuffer()) };
  } catch (thrown) {
    throw new Failure('decoder-missing', String(thrown));
  }
}

/** Compiled once, so that a fresh start after a throw costs little; left to itself the glue would look for a file. */
function startCodec(factory: CodecFactory, compiled: WebAssembly.Module) {
  const silent = (): void => undefined;
  return factory({
    print: silent,
    printErr: silent,
    instantiateWasm: (imports, done) => {
      void WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
      return {};
    },
  });
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
