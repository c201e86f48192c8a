import '@tensorflow/tfjs-backend-cpu';
import { findBackendFactory } from '@tensorflow/tfjs-core';
import type { OpenBackend } from './open-backend.ts';

const makeCpu = findBackendFactory('cpu');

/** The last rung: plain JavaScript, seconds for a picture, and right everywhere. */
export async function openCpu(): Promise<OpenBackend> {
  return { instance: await makeCpu(), threads: 1, adapter: null, lost: null };
}
