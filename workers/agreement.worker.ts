import { readAnnotations } from '../src/annotation/read-annotations.ts';
import { compareReaders } from '../src/evaluation/compare-readers.ts';
import type { AgreementRequests } from './agreement-protocol.ts';
import { serve } from './serve.ts';

serve<AgreementRequests>(
  {
    read: ({ files }) => readAnnotations(files),
    compare: async ({ readers, scales }) => compareReaders(readers, scales),
  },
  self,
);
