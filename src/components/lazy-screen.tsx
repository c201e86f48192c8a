import type { ComponentChild, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import screen from './screen.module.css';

/** A screen that is loaded when it is first shown, or when asked to be before. */
export type LazyScreen<P> = FunctionComponent<P> & { readonly preload: () => Promise<void> };

/** A screen whose code is loaded when it is first shown, with words meanwhile; what fails reaches the boundary. */
export function lazyScreen<P extends object>(load: () => Promise<FunctionComponent<P>>): LazyScreen<P> {
  let loaded: FunctionComponent<P> | null = null;
  async function preload(): Promise<void> {
    try {
      loaded ??= await load();
    } catch {
      // Told when the screen is shown, which tries again.
    }
  }
  return Object.assign(
    function LazyScreen(props: P): ComponentChild {
      const [Loaded, setLoaded] = useState<FunctionComponent<P> | null>(() => loaded);
      useEffect(() => {
        if (Loaded !== null) return;
        const show = async (): Promise<void> => {
          try {
            loaded = await load();
            setLoaded(() => loaded);
          } catch (error) {
            setLoaded(() => () => {
              throw error;
            });
          }
        };
        void show();
      }, [Loaded]);
      return Loaded === null ? <p class={screen.center}>{say('screen.loading')}</p> : <Loaded {...props} />;
    },
    { preload },
  );
}
