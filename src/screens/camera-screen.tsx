import { ArrowLeft, Camera, SwitchCamera } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { LiveCoach } from '../components/live-coach.tsx';
import { LiveOutline } from '../components/live-outline.tsx';
import screen from '../components/screen.module.css';
import { type Failure, toFailure } from '../failure.ts';
import { type Facing, startCamera, stopCamera, takePhoto } from '../frame/camera.ts';
import { glimpseVideo } from '../frame/glimpse.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import styles from './camera-screen.module.css';
import { checkPictures } from './check-pictures.ts';
import { useLiveView, type Watch } from './use-live-view.ts';

type CameraState =
  | { readonly name: 'starting' | 'live' }
  | { readonly name: 'failed'; readonly failure: Failure };

/** The camera's view with the coach under it and one button; the lamp goes off when the screen is left. */
export function CameraScreen(): VNode {
  const { exam } = useServices();
  const video = useRef<HTMLVideoElement>(null);
  const [facing, setFacing] = useState<Facing>('environment');
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<CameraState>({ name: 'starting' });
  useEffect(() => showCamera(video.current, facing, setState), [facing, attempt]);
  const watch = useMemo<Watch>(() => {
    const shown = video.current;
    return state.name === 'live' && shown ? (signal) => glimpseVideo(shown, signal) : null;
  }, [state.name]);
  const { view, failure } = useLiveView(watch);

  const shoot = async (): Promise<void> => {
    if (video.current === null) return;
    const frame = await takePhoto(video.current);
    await checkPictures(exam, [{ name: '', open: async () => frame }]);
  };

  return (
    <div class={screen.screen}>
      <div class={screen.header}>
        <h1 tabIndex={-1}>{say('camera.title')}</h1>
        <Button icon={ArrowLeft} onPress={() => go({ place: 'scan' })}>
          {say('camera.cancel')}
        </Button>
      </div>
      {state.name === 'failed' ? (
        <FailureNotice failure={state.failure}>
          <div class={screen.bar}>
            <Button onPress={() => setAttempt(attempt + 1)}>{say('error.retry')}</Button>
            <Button onPress={() => go({ place: 'scan' })}>{say('error.home')}</Button>
          </div>
        </FailureNotice>
      ) : (
        <p>{say(state.name === 'live' ? 'camera.hint' : 'camera.starting')}</p>
      )}
      <div class={styles.stage} hidden={state.name === 'failed'}>
        <video ref={video} class={styles.video} muted playsInline />
        <LiveOutline view={view} />
      </div>
      {failure && <FailureNotice failure={failure} />}
      {state.name === 'live' && <LiveCoach view={view} />}
      {state.name === 'live' && (
        <div class={styles.buttons}>
          <Button kind="primary" icon={Camera} onPress={() => void shoot()}>
            {say('camera.shoot')}
          </Button>
          <Button
            icon={SwitchCamera}
            label={say('camera.switch')}
            onPress={() => setFacing(facing === 'user' ? 'environment' : 'user')}
          />
        </div>
      )}
    </div>
  );
}

function showCamera(
  video: HTMLVideoElement | null,
  facing: Facing,
  setState: (state: CameraState) => void,
): () => void {
  let isGone = false;
  let stream: MediaStream | null = null;
  const start = async (): Promise<void> => {
    try {
      setState({ name: 'starting' });
      stream = await startCamera(facing);
      if (isGone || video === null) return stopCamera(stream);
      video.srcObject = stream;
      await video.play();
      setState({ name: 'live' });
    } catch (error) {
      if (!isGone) setState({ name: 'failed', failure: toFailure(error) });
    }
  };
  void start();
  return () => {
    isGone = true;
    if (stream) stopCamera(stream);
  };
}
