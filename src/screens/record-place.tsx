import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import screen from '../components/screen.module.css';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import { type Opened, useOpened } from './use-opened.ts';

interface RecordPlaceProps {
  readonly id: string;
  /** Shows the record once it is open. */
  readonly children: (opened: Extract<Opened, { name: 'opened' }>) => ComponentChildren;
}

/** Where a record is shown: words while it opens, and a way out where it is missing or cannot be read. */
export function RecordPlace({ id, children }: RecordPlaceProps): VNode {
  const { records } = useServices();
  const opened = useOpened(records, id);
  if (opened.name === 'opened') return <>{children(opened)}</>;
  return (
    <div class={screen.center}>
      {opened.name === 'opening' && <p>{say('result.opening')}</p>}
      {opened.name === 'failed' && <FailureNotice failure={opened.failure} />}
      {opened.name === 'missing' && (
        <>
          <h1 tabIndex={-1}>{say('result.missing')}</h1>
          <p>{say('result.missing.next')}</p>
        </>
      )}
      {opened.name !== 'opening' && (
        <Button onPress={() => go({ place: 'history' })}>{say('error.history')}</Button>
      )}
    </div>
  );
}
