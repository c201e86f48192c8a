/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  PrecacheController,
  type PrecacheEntry,
  PrecacheRoute,
} from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { securityHeaders } from './security-headers.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

/** Adds the policy and cross-origin isolation to what is served, for hosts that cannot. */
function withSecurityHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

const controller = new PrecacheController({
  plugins: [
    {
      cachedResponseWillBeUsed: async ({ cachedResponse }) =>
        cachedResponse === undefined ? undefined : withSecurityHeaders(cachedResponse),
    },
  ],
});
// A host that sends `Vary: Origin` would otherwise hide what is stored from module scripts.
controller.strategy.matchOptions = { ignoreVary: true };
controller.addToCacheList(self.__WB_MANIFEST);
registerRoute(new PrecacheRoute(controller, { ignoreURLParametersMatching: [/.*/] }));
cleanupOutdatedCaches();

self.addEventListener('install', controller.install);
self.addEventListener('activate', controller.activate);
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
clientsClaim();
