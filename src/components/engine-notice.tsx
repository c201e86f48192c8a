import type { VNode } from 'preact';
import { say } from '../i18n/say.ts';
import { useServices } from '../services.ts';
import { Button } from './button.tsx';
import { FailureNotice } from './failure-notice.tsx';

/** Says why the engine did not start, with the button that tries again. */
export function EngineNotice(): VNode | null {
  const { engine } = useServices();
  const state = engine.state.value;
  if (state.name !== 'failed') return null;
  return (
    <FailureNotice failure={state.failure}>
      <div>
        <Button onPress={() => void engine.start()}>{say('error.retry')}</Button>
      </div>
    </FailureNotice>
  );
}
