/** What Emscripten makes of the codecs; the packages bring no types. */
interface CodecModuleOptions {
  readonly instantiateWasm: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => object;
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
}

interface CodecFrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
  readonly isSigned?: boolean;
}

interface CodecDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getFrameInfo(): CodecFrameInfo;
  getDecodedBuffer(): Uint8Array;
  /** JPEG-LS only: 0 for planes, else pixel by pixel. */
  getInterleaveMode?(): number;
  delete(): void;
}

type CodecFactory = (
  options: CodecModuleOptions,
) => Promise<Readonly<Record<string, new () => CodecDecoder>>>;

declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs' {
  const factory: CodecFactory;
  export = factory;
}
declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const factory: CodecFactory;
  export = factory;
}
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const factory: CodecFactory;
  export = factory;
}
