import { Failure } from '../src/failure.ts';
import { listDirectory } from './dicom/list-directory.ts';
import { type OpenFile, openFile } from './dicom/open-file.ts';
import type { DicomRequests } from './dicom-protocol.ts';
import { serve } from './serve.ts';

let opened: OpenFile | null = null;

function current(): OpenFile {
  if (opened === null) throw new Failure('unexpected', 'no DICOM file is open');
  return opened;
}

serve<DicomRequests>(
  {
    start: async () => null,
    open: async ({ file }) => {
      opened = await openFile(file);
      return opened.about;
    },
    loadCodec: async () => {
      await current().loadCodec();
      return null;
    },
    frame: async ({ index }) => {
      const { data, width, height } = await current().frame(index);
      return { pixels: new ImageData(data, width, height) };
    },
    listDirectory: async ({ file }) => ({ paths: await listDirectory(file) }),
  },
  self,
  (result) => (result !== null && 'pixels' in result ? [result.pixels.data.buffer] : []),
);
