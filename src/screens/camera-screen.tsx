import { ArrowLeft, Camera, SwitchCamera } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import screen from '../components/screen.module.css';
import { type Failure, toFailure } from '../failure.ts';
import { type Facing, startCamera, stopCamera, takePhoto } from '../frame/camera.ts';
import { say } from '../i18n/say.ts';
import { go } from '../route.ts';
import { useServices } from '../services.ts';
import styles from './camera-screen.module.css';
import { checkPictures } from './check-pictures.ts';

type CameraState =
  | { readonly name: 'starting' | 'live' }
  | { readonly name: 'failed'; readonly failure: Failure };

/** The camera's view with one button; the lamp goes off when the screen is left. */
export function CameraScreen(): VNode {
  const { exam } = useServices();
  const video = useRef<HTMLVideoElement>(null);
  const [facing, setFacing] = useState<Facing>('environment');
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<CameraState>({ name: 'starting' });
  useEffect(() => showCamera(video.current, facing, setState), [facing, attempt]);

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
      <video ref={video} class={styles.video} hidden={state.name === 'failed'} muted playsInline />
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
