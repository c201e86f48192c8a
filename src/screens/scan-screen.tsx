import type { VNode } from 'preact';
import { CheckList } from '../components/check-list.tsx';
import { EngineNotice } from '../components/engine-notice.tsx';
import { FirstNotice } from '../components/first-notice.tsx';
import { PictureInputs } from '../components/picture-inputs.tsx';
import { RecentList } from '../components/recent-list.tsx';
import screen from '../components/screen.module.css';
import { StatusLine } from '../components/status-line.tsx';
import { say } from '../i18n/say.ts';
import { useServices } from '../services.ts';
import styles from './scan-screen.module.css';

/** The first screen: what the app does, and the ways to give it a picture. */
export function ScanScreen(): VNode {
  const { exam } = useServices();
  return (
    <div class={`${screen.screen} ${screen.narrow}`}>
      <header class={styles.header}>
        <p class={styles.name}>{say('app.name')}</p>
        <h1 tabIndex={-1}>{say('scan.title')}</h1>
        <p class={styles.claim}>
          {say('app.claim')} {say('app.privacy')}
        </p>
      </header>
      <FirstNotice />
      <EngineNotice />
      <PictureInputs />
      <CheckList />
      {exam.items.value.length === 0 && <RecentList />}
      <StatusLine />
    </div>
  );
}
