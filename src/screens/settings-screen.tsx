import { Copy } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { depths } from '../components/advice-card.tsx';
import { Button } from '../components/button.tsx';
import card from '../components/card.module.css';
import { Choice } from '../components/choice.tsx';
import { EngineNotice } from '../components/engine-notice.tsx';
import { InstallCard } from '../components/install-card.tsx';
import screen from '../components/screen.module.css';
import { StatusLine } from '../components/status-line.tsx';
import { showToast } from '../components/toast.tsx';
import { writeDiagnostics } from '../diagnostics.ts';
import { readStorageState, type StorageState } from '../history/storage.ts';
import { formatBytes } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { useServices } from '../services.ts';
import { adviceDepth, hand, keeping, theme } from '../settings.ts';
import { ScanningCard } from './scanning-card.tsx';

/** Everything that can be chosen, and everything that can be known about this device. */
export function SettingsScreen(): VNode {
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <h1 tabIndex={-1}>{say('settings.title')}</h1>
      <LookCard />
      <ScanningCard />
      <StorageCard />
      <EngineCard />
      <InstallCard />
      <section class={card.card}>
        <h2>{say('settings.about')}</h2>
        <p>{say('settings.about.version', { version: __APP_VERSION__ })}</p>
        <p>{say('settings.about.use')}</p>
        <p>{say('notice.privacy')}</p>
        <p class={card.quiet}>{say('settings.about.privacy')}</p>
      </section>
    </div>
  );
}

function LookCard(): VNode {
  return (
    <section class={card.card}>
      <h2>{say('settings.look')}</h2>
      <Choice
        title={say('settings.theme')}
        isTitleShown
        options={[
          { value: 'dark', text: say('settings.theme.dark') },
          { value: 'light', text: say('settings.theme.light') },
          { value: 'system', text: say('settings.theme.system') },
        ]}
        value={theme.value}
        onChoose={(chosen) => {
          theme.value = chosen;
        }}
      />
      <Choice
        title={say('settings.hand')}
        isTitleShown
        options={[
          { value: 'right', text: say('settings.hand.right') },
          { value: 'left', text: say('settings.hand.left') },
        ]}
        value={hand.value}
        onChoose={(chosen) => {
          hand.value = chosen;
        }}
      />
      <Choice
        title={say('depth.title')}
        isTitleShown
        options={depths}
        value={adviceDepth.value}
        onChoose={(chosen) => {
          adviceDepth.value = chosen;
        }}
      />
    </section>
  );
}

function StorageCard(): VNode {
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => void readStorageState().then(setState), []);
  return (
    <section class={card.card}>
      <h2>{say('settings.storage')}</h2>
      {state && <p>{spaceWords(state)}</p>}
      {state && <p class={card.quiet}>{keepingWords(state)}</p>}
    </section>
  );
}

function spaceWords({ usageBytes, quotaBytes }: StorageState): string {
  if (usageBytes === null || quotaBytes === null) return say('settings.storage.unknown');
  return say('settings.storage.used', {
    used: formatBytes(usageBytes),
    free: formatBytes(Math.max(0, quotaBytes - usageBytes)),
  });
}

function keepingWords({ persisted }: StorageState): string {
  if (persisted) return say('settings.storage.persisted');
  return say(keeping.value === 'unasked' ? 'settings.storage.unasked' : 'settings.storage.not-persisted');
}

function EngineCard(): VNode {
  const services = useServices();
  const [text, setText] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    const diagnostics = await writeDiagnostics(services);
    setText(diagnostics);
    try {
      await navigator.clipboard.writeText(diagnostics);
      showToast(say('settings.diagnostics.copied'));
    } catch {
      showToast(say('settings.diagnostics.manual'));
    }
  };
  return (
    <section class={card.card}>
      <h2>{say('settings.engine')}</h2>
      <StatusLine />
      <EngineNotice />
      <p class={card.quiet}>{say('settings.diagnostics.more')}</p>
      <div class={card.row}>
        <Button icon={Copy} onPress={() => void copy()}>
          {say('settings.diagnostics')}
        </Button>
      </div>
      {text !== null && <pre class={card.pre}>{text}</pre>}
    </section>
  );
}
