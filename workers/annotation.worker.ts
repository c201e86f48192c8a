import { zipSync } from 'fflate';
import type { AnnotationFile } from '../src/annotation/annotation-file.ts';
import { lossesOf } from '../src/annotation/losses-of.ts';
import { readAnnotations } from '../src/annotation/read-annotations.ts';
import { writeAnnotations } from '../src/annotation/write-annotations.ts';
import type { AnnotationRequests } from './annotation-protocol.ts';
import { serve } from './serve.ts';

serve<AnnotationRequests>(
  {
    read: ({ files }) => readAnnotations(files),
    losses: async ({ annotations, format }) => lossesOf(annotations, format),
    write: async ({ annotations, format, appVersion, sources }) =>
      packFiles(await writeAnnotations(annotations, format, { appVersion, sources })),
  },
  self,
);

function packFiles(files: readonly AnnotationFile[]): AnnotationFile {
  const [only, ...more] = files;
  if (only !== undefined && more.length === 0) return only;
  const entries = files.map(({ name, bytes }) => [name, bytes] as const);
  return { name: 'annotations.zip', bytes: zipSync(Object.fromEntries(entries)) };
}
