import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { Failure } from '../src/failure.ts';
import type { OpenBackend } from './open-backend.ts';
import type { StartOptions } from './protocol.ts';

/** Limits that TF.js's shaders grow with; a device has only the defaults unless it is asked for more. */
const limits = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

/**
 * Opens WebGPU on a device of our own making: TF.js's own factory fails with a TypeError without an adapter,
 * and keeps the device out of reach, so that its loss could not be seen.
 */
export async function openWebGpu(options: StartOptions): Promise<OpenBackend> {
  const adapter = await findAdapter();
  const name = describe(adapter.info);
  if (isSoftware(adapter.info, name) && options.allowSoftwareGpu !== true) {
    throw new Failure('backend-missing', `software adapter (${name}), slower than WASM`);
  }
  const requiredLimits = Object.fromEntries(limits.map((limit) => [limit, adapter.limits[limit]]));
  const device = await adapter.requestDevice({ requiredLimits });
  return {
    instance: new WebGPUBackend(device, adapter.info),
    threads: 1,
    adapter: name,
    lost: device.lost.then(({ reason, message }) => `${reason}: ${message}`),
  };
}

async function findAdapter(): Promise<GPUAdapter> {
  // Typed as always there, yet absent without a secure context and in many browsers.
  const gpu: GPU | undefined = navigator.gpu;
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Failure('backend-missing', gpu ? 'no adapter' : 'no WebGPU in this browser');
  return adapter;
}

function describe(info: GPUAdapterInfo): string {
  const words = [info.vendor, info.architecture, info.device, info.description];
  return words.filter((word) => word !== '').join(' ') || 'unnamed adapter';
}

function isSoftware(info: GPUAdapterInfo, name: string): boolean {
  return info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render/i.test(name);
}
