import { Download } from 'lucide';
import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { canInstall, install, isInstalled } from '../pwa.ts';
import { Button } from './button.tsx';
import card from './card.module.css';

/** The way onto the home screen: the browser's own question where it offers one, words where it does not. */
export function InstallCard(): VNode {
  return (
    <section class={card.card}>
      <h2>{say('settings.install')}</h2>
      {isInstalled.value && <p>{say('settings.install.done')}</p>}
      {!isInstalled.value && canInstall.value && (
        <div>
          <Button icon={Download} onPress={() => void install()}>
            {say('settings.install.button')}
          </Button>
        </div>
      )}
      {!isInstalled.value && !canInstall.value && <p class={card.quiet}>{say('settings.install.hand')}</p>}
    </section>
  );
}
