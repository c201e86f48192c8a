import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { CameraModel } from '../camera-model.ts';
import { say } from '../i18n/say.ts';
import { cameraId, holdTime, resolution } from '../settings.ts';
import styles from './camera-settings.module.css';
import card from './card.module.css';
import { Choice } from './choice.tsx';
import { Slider } from './slider.tsx';
import { Switch } from './switch.tsx';

interface CameraProps {
  readonly camera: CameraModel;
}

/** Which camera, how sharp, its lamp and zoom where it has them, and when a view is kept by itself. */
export function CameraSettings({ camera }: CameraProps): VNode {
  return (
    <details class={card.card}>
      <summary class={card.summary}>{say('camera.settings')}</summary>
      <DevicePicker camera={camera} />
      <Choice
        title={say('camera.resolution')}
        isTitleShown
        options={[
          { value: '480p', text: '480p' },
          { value: '720p', text: '720p' },
          { value: '1080p', text: '1080p' },
        ]}
        value={resolution.value}
        onChoose={(chosen) => {
          resolution.value = chosen;
          void camera.open();
        }}
      />
      <Given camera={camera} />
      <HoldChoice />
      <p class={card.quiet}>{say('camera.keys')}</p>
    </details>
  );
}

/** The system's own list: the surest on every tablet. */
function DevicePicker({ camera }: CameraProps): VNode {
  const id = useId();
  return (
    <div class={styles.device}>
      <label for={id}>{say('camera.device')}</label>
      <select
        id={id}
        class={styles.select}
        value={camera.deviceId.value ?? ''}
        onChange={(event) => {
          cameraId.value = event.currentTarget.value;
          void camera.open();
        }}
      >
        {camera.devices.value.map(({ deviceId, label }, i) => (
          <option key={deviceId} value={deviceId}>
            {label || say('camera.device.unnamed', { number: i + 1 })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What this camera gives and can do; nothing while it is closed. */
function Given({ camera }: CameraProps): VNode | null {
  const state = camera.state.value;
  if (state.name !== 'live') return null;
  const { width = 0, height = 0 } = state.stream.getVideoTracks()[0]?.getSettings() ?? {};
  const { hasTorch, zoom } = state.controls;
  return (
    <>
      <p class={card.quiet}>{say('camera.size', { width, height })}</p>
      {hasTorch && (
        <Switch
          label={say('camera.torch')}
          isOn={camera.isTorchOn.value}
          onChange={(isOn) => void camera.setTorch(isOn)}
        />
      )}
      {zoom && (
        <Slider
          label={say('camera.zoom')}
          value={camera.zoom.value}
          home={zoom.min}
          range={zoom}
          format={(value) => `${value.toFixed(1)} ×`}
          onChange={(value) => void camera.setZoom(value)}
        />
      )}
    </>
  );
}

/** When a good view is kept without a tap. */
export function HoldChoice(): VNode {
  const seconds = (count: '1' | '2' | '3') => ({ value: count, text: say('camera.hold.seconds', { count }) });
  return (
    <Choice
      title={say('camera.hold')}
      isTitleShown
      options={[seconds('1'), seconds('2'), seconds('3'), { value: 'off', text: say('camera.hold.off') }]}
      value={holdTime.value}
      onChoose={(chosen) => {
        holdTime.value = chosen;
      }}
    />
  );
}
