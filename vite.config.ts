import { readdirSync, readFileSync } from 'node:fs';
import { preact } from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { browserArguments, findBrowser } from './test/find-browser.ts';
import { makeWithFfmpeg } from './test/fixtures/ffmpeg-command.ts';
import { contentSecurityPolicy, securityHeaders } from './workers/security-headers.ts';
import { trimTensorflow } from './workers/trim-tensorflow.ts';

/** Serves `models/` in development and copies it, as it is, into the build. */
function modelPackages(): Plugin {
  return {
    name: 'model-packages',
    configureServer(server) {
      server.middlewares.use('/models', (request, response, next) => {
        const path = new URL(request.url ?? '', 'http://localhost').pathname;
        if (path.includes('..') || !listModelFiles().includes(`models${path}`)) return next();
        response.setHeader(
          'Content-Type',
          path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
        );
        response.end(readFileSync(`models${path}`));
      });
    },
    generateBundle() {
      for (const fileName of listModelFiles()) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
      }
    },
  };
}

function listModelFiles(): string[] {
  return readdirSync('models', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(json|bin)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
}

/** Puts the content-security policy into the built page; the dev server needs inline styles and stays without. */
function policyTag(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'workers',
  filename: 'sw.ts',
  injectRegister: false,
  manifest: false,
  injectManifest: {
    globPatterns: ['**/*.{html,js,css,wasm,bin,json,svg,png,webmanifest}'],
    // The default of 2 MiB would leave the weights out without a word.
    maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
  },
});

const tensorflow = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-converter',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-backend-cpu',
];

/** Tests that play clips, watch cameras or count looks a second: beside others they would see a slow device. */
const alone = ['clip.', 'live', 'practice', 'senses'].map((about) => `test/e2e/${about}*test.ts`);

const endToEnd = {
  include: ['test/e2e/**/*.test.ts'],
  environment: 'node' as const,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // Workers start anew after a reload, and other work may have the cores.
  expect: { poll: { timeout: 15_000 } },
  globalSetup: ['test/e2e/serve-built-app.ts'],
};

export default defineConfig({
  base: './',
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  plugins: [preact(), modelPackages(), policyTag(), pwa],
  optimizeDeps: {
    include: [
      ...tensorflow,
      'valibot',
      'fflate',
      'idb',
      'mediabunny',
      'fast-check',
      '@zip.js/zip.js/lib/zip-core-custom.js',
      'dicom-parser',
      'fast-png',
      '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs',
      '@cornerstonejs/codec-charls/decodewasmjs',
      '@cornerstonejs/codec-openjpeg/decodewasmjs',
    ],
  },
  worker: { format: 'es', plugins: () => [trimTensorflow()] },
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  server: { headers: withoutPolicy(securityHeaders) },
  preview: { headers: { ...securityHeaders }, port: 4173 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
          // Other work may have the cores.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { makeWithFfmpeg },
            provider: playwright({
              launchOptions: { executablePath: findBrowser() ?? '', args: browserArguments },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { extends: true, test: { ...endToEnd, name: 'e2e', exclude: alone } },
      { extends: true, test: { ...endToEnd, name: 'e2e-alone', include: alone, fileParallelism: false } },
    ],
  },
});

function withoutPolicy(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'Content-Security-Policy'));
}
