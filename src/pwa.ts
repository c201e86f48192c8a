import { signal } from '@preact/signals';
import { Workbox } from 'workbox-window';

/** A new version waits for a tap. */
export const isUpdateWaiting = signal(false);
/** Everything is stored for work without a network. */
export const isOfflineReady = signal(false);
/** The browser offers to install the app. */
export const canInstall = signal(false);
export const isInstalled = signal(matchMedia('(display-mode: standalone)').matches);

/** Chromium's install offer, which the DOM library does not describe. */
interface InstallPrompt extends Event {
  readonly prompt: () => Promise<void>;
}

let workbox: Workbox | null = null;
let installPrompt: InstallPrompt | null = null;

/**
 * Registers the service worker; harmless where there is none (a private window, an old browser). The first
 * visit reloads itself once, as long as nothing was opened yet, so that the page is cross-origin isolated on
 * hosts that cannot set headers, and WASM threads can start.
 */
export async function registerServiceWorker(mayReload: () => boolean): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  workbox = new Workbox('./sw.js');
  workbox.addEventListener('waiting', () => {
    isUpdateWaiting.value = true;
  });
  workbox.addEventListener('activated', () => {
    isOfflineReady.value = true;
  });
  workbox.addEventListener('controlling', (event) => {
    const isFirstVisit = event.isUpdate !== true;
    if (!isFirstVisit || (!crossOriginIsolated && mayReload())) location.reload();
  });
  try {
    await workbox.register();
    isOfflineReady.value = navigator.serviceWorker.controller !== null;
  } catch {
    // The status line then does not say “works offline”, which is all there is to tell.
    isOfflineReady.value = false;
  }
}

/** Lets the waiting version take over; the page reloads when it has. */
export function applyUpdate(): void {
  workbox?.messageSkipWaiting();
}

/** Shows the browser's install question. */
export async function install(): Promise<void> {
  await installPrompt?.prompt();
  canInstall.value = false;
}

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  installPrompt = event as InstallPrompt;
  canInstall.value = 'prompt' in event;
});

addEventListener('appinstalled', () => {
  canInstall.value = false;
  isInstalled.value = true;
});
