import type { VNode } from 'preact';
import { addMessages } from '../i18n/en.ts';
import { screenView } from '../i18n/en-screen-view.ts';
import { say } from '../i18n/say.ts';
import type { Quad } from '../scanner-screen/quad.ts';
import type { ScreenReader } from '../screens/use-screen-reader.ts';
import { Button } from './button.tsx';
import screen from './screen.module.css';
import { ScreenCorners } from './screen-corners.tsx';

addMessages(screenView);

/** More of the screen than this under a lamp's mirror image, and the picture suffers. */
const muchGlare = 0.03;

interface ScreenViewProps {
  readonly reader: ScreenReader;
  readonly video: HTMLVideoElement | null;
}

/** The edge of the scanner's screen over the camera's picture; its corners can be dragged once they are set by hand. */
export function ScreenFrame({ reader, video }: ScreenViewProps): VNode | null {
  const view = reader.view.value;
  const handSet = reader.handSet.value;
  const corners = handSet ?? view?.screen?.corners;
  if (view === null || corners === undefined) return null;
  return (
    <ScreenCorners
      source={view}
      corners={corners}
      video={video}
      {...(handSet && {
        onChange: (moved: Quad) => {
          reader.handSet.value = moved;
        },
      })}
    />
  );
}

/** Whether a screen is seen, what would help, and the way to set its corners by hand. */
export function ScreenWords({ reader }: Pick<ScreenViewProps, 'reader'>): VNode {
  const view = reader.view.value;
  const isHandSet = reader.handSet.value !== null;
  const setByHand = (): void => {
    if (view) reader.handSet.value = view.screen?.corners ?? inset(view);
  };
  return (
    <div class={screen.bar}>
      <p role="status" style={{ flex: '1 1 200px' }}>
        {words(reader)}
      </p>
      {isHandSet ? (
        <Button
          onPress={() => {
            reader.handSet.value = null;
          }}
        >
          {say('screen.auto')}
        </Button>
      ) : (
        <Button isDisabled={view === null} onPress={setByHand}>
          {say('screen.set')}
        </Button>
      )}
    </div>
  );
}

function words({ view, handSet }: ScreenReader): string {
  if (handSet.value !== null) return say('screen.set.hint');
  const seen = view.value?.screen;
  if (!seen) return say('screen.none');
  return say(seen.glareShare > muchGlare ? 'screen.glare' : 'screen.found');
}

/** Corners to begin with where no screen was found. */
function inset({ width, height }: { readonly width: number; readonly height: number }): Quad {
  const [left, right, top, bottom] = [width * 0.15, width * 0.85, height * 0.15, height * 0.85];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
