import { compareReaders } from '../src/evaluation/compare-readers.ts';
import type { AgreementRequests } from './agreement-protocol.ts';
import { serve } from './serve.ts';

serve<AgreementRequests>({ compare: async ({ readers, scales }) => compareReaders(readers, scales) }, self);
