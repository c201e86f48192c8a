import { useSignalEffect } from '@preact/signals';
import { ArrowLeft, MonitorSmartphone, Snowflake, SquareDashed } from 'lucide';
import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { CameraModel } from '../camera-model.ts';
import { Button } from '../components/button.tsx';
import { CameraSettings } from '../components/camera-settings.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { KeptStrip } from '../components/kept-strip.tsx';
import { LiveCoach } from '../components/live-coach.tsx';
import { LiveOutline } from '../components/live-outline.tsx';
import { LiveReview } from '../components/live-review.tsx';
import { LiveStage } from '../components/live-stage.tsx';
import { OutlineCard } from '../components/outline-card.tsx';
import screen from '../components/screen.module.css';
import { ScreenFrame, ScreenWords } from '../components/screen-view.tsx';
import { ToolButton, ToolRow } from '../components/tool-button.tsx';
import { glimpseVideo } from '../frame/glimpse.ts';
import { say } from '../i18n/say.ts';
import type { LiveSession } from '../live-session.ts';
import { go } from '../route.ts';
import { kidneyShown, scannerScreen } from '../settings.ts';
import styles from './camera-screen.module.css';
import { ScanningCard } from './scanning-card.tsx';
import { useCamera } from './use-camera.ts';
import { useFreezeKeys } from './use-freeze-keys.ts';
import { useLiveSession, type Watch } from './use-live-session.ts';
import { useScreenReader } from './use-screen-reader.ts';
import { useSenses } from './use-senses.ts';

/** The camera's view with the coach under it, and the last ten seconds at a tap; the lamp goes off when it is left. */
export function CameraScreen(): VNode {
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(video);
  const state = camera?.state.value.name ?? 'starting';
  const isScreen = scannerScreen.value === 'on';
  const reader = useScreenReader(isScreen && state === 'live');
  const watch = useMemo<Watch>(() => {
    const shown = video.current;
    if (state !== 'live' || shown === null) return null;
    return (signal) => {
      const glimpses = glimpseVideo(shown, signal);
      return isScreen ? reader.read(glimpses) : glimpses;
    };
  }, [state, isScreen, reader]);
  const { session, failure } = useLiveSession(watch, () => ({
    origin: 'camera',
    name: '',
    isIdentifying: true,
  }));
  const deviceId = camera?.deviceId.value ?? null;
  // What another camera saw, or the room around the screen, is not part of the same ten seconds.
  useEffect(() => session.forget(), [session, deviceId, isScreen]);
  const review = session.review.value;
  const toggle = useCallback(() => {
    if (session.review.peek() === null) session.freeze();
    else session.resume();
  }, [session]);
  useFreezeKeys(toggle);
  useSignalEffect(() => {
    // What was said of a screen does not hold once it is out of sight.
    if (reader.view.value?.screen === null) session.view.clear();
  });
  const wake = useSenses(session, state === 'live' && review === null);
  return (
    <div class={`${screen.screen} ${styles.screen}`}>
      <div class={screen.header}>
        <h1 tabIndex={-1}>{say('camera.title')}</h1>
        <Button icon={ArrowLeft} onPress={() => go({ place: 'scan' })}>
          {say('camera.cancel')}
        </Button>
      </div>
      <div class={styles.view}>
        <CameraNotice camera={camera} />
        <LiveStage video={video} isHidden={state === 'failed' || review !== null} onFreeze={toggle}>
          <LiveOutline view={session.view} {...(isScreen && { reader })} />
          {isScreen && <ScreenFrame reader={reader} video={video.current} />}
        </LiveStage>
        {review && <LiveReview session={session} review={review} />}
      </div>
      <div class={styles.words}>
        {failure && <FailureNotice failure={failure} />}
        {review === null && state === 'live' && isScreen && <ScreenWords reader={reader} />}
        {review === null && state === 'live' && <LiveCoach session={session} />}
        {review === null && state === 'live' && <LiveTools session={session} />}
        <KeptStrip kept={session.kept.value} />
        {wake === 'refused' && <p>{say('senses.wake.refused')}</p>}
        <OutlineCard />
        {camera && <CameraSettings camera={camera} />}
        <ScanningCard />
      </div>
    </div>
  );
}

/** What the camera is doing while there is no picture. */
function CameraNotice({ camera }: { readonly camera: CameraModel | null }): VNode | null {
  const state = camera?.state.value ?? { name: 'starting' };
  if (state.name === 'live') return null;
  if (state.name !== 'failed') return <p role="status">{say(`camera.${state.name}`)}</p>;
  return (
    <FailureNotice failure={state.failure}>
      <div class={screen.bar}>
        <Button onPress={() => void camera?.open()}>{say('error.retry')}</Button>
        <Button onPress={() => go({ place: 'scan' })}>{say('error.home')}</Button>
      </div>
    </FailureNotice>
  );
}

function LiveTools({ session }: { readonly session: LiveSession }): VNode {
  return (
    <div class={styles.buttons}>
      <Button
        kind="primary"
        icon={Snowflake}
        isDisabled={session.view.moment.value === null}
        onPress={() => session.freeze()}
      >
        {say('live.freeze')}
      </Button>
      <ToolRow>
        <ToolButton
          icon={SquareDashed}
          text={say('live.outline')}
          isPressed={kidneyShown.value === 'on'}
          onPress={() => {
            kidneyShown.value = kidneyShown.peek() === 'on' ? 'off' : 'on';
          }}
        />
        <ToolButton
          icon={MonitorSmartphone}
          text={say('screen.tool')}
          isPressed={scannerScreen.value === 'on'}
          onPress={() => {
            scannerScreen.value = scannerScreen.peek() === 'on' ? 'off' : 'on';
          }}
        />
      </ToolRow>
    </div>
  );
}
