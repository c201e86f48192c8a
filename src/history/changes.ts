/** Told with the ids of the records that were added, changed or removed, here or in another tab. */
export type ChangeListener = (ids: readonly string[]) => void;

/** Carries the news of changed records to every listener in every tab of the app. */
export interface Changes {
  publish(ids: readonly string[]): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: ChangeListener): () => void;
  close(): void;
}

/** Listeners in this tab only. */
export function createLocalChanges(): Changes {
  const listeners = new Set<ChangeListener>();
  return {
    publish: (ids) => {
      if (ids.length > 0) for (const listener of listeners) listener(ids);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
}

/** Listeners in all tabs that use the same `name`. */
export function createSharedChanges(name: string): Changes {
  const local = createLocalChanges();
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (isIds(event.data)) local.publish(event.data);
  };
  return {
    subscribe: local.subscribe,
    publish: (ids) => {
      // A channel does not deliver to the tab that posts.
      local.publish(ids);
      channel.postMessage(ids);
    },
    close: () => {
      channel.close();
      local.close();
    },
  };
}

// The other tab may run another version of the app.
function isIds(message: unknown): message is readonly string[] {
  return Array.isArray(message) && message.every((id) => typeof id === 'string');
}
