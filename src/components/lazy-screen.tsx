import type { ComponentChild, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import screen from './screen.module.css';

/** A screen whose code is loaded when it is first shown, with words meanwhile; what fails reaches the boundary. */
export function lazyScreen<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
): FunctionComponent<P> {
  let loaded: FunctionComponent<P> | null = null;
  return function LazyScreen(props: P): ComponentChild {
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
  };
}
