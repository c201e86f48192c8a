import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import type { Point } from '../pixels/sector.ts';
import { moveCorner } from '../scanner-screen/move-corner.ts';
import type { Quad } from '../scanner-screen/quad.ts';
import { CornerLens } from './corner-lens.tsx';
import styles from './screen-corners.module.css';

interface ScreenCornersProps {
  /** The size in which the corners are given. */
  readonly source: { readonly width: number; readonly height: number };
  readonly corners: Quad;
  /** Left out while the screen is found by itself: the corners are then only shown. */
  readonly onChange?: (corners: Quad) => void;
  /** Magnified beside the finger while a corner is dragged. */
  readonly video?: HTMLVideoElement | null;
}

/** Places are named in the catalogue by these numbers, clockwise from the top left. */
const places = [0, 1, 2, 3] as const;
/** Pixels of the picture that a press of an arrow key moves a corner; ten times with Shift. */
const keyStep = 2;
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The scanner's screen over a video that fills its box with its proportions kept; four corners that can be dragged. */
export function ScreenCorners({ source, corners, onChange, video }: ScreenCornersProps): VNode {
  const [held, setHeld] = useState<number | null>(null);
  const outline = corners.map(({ x, y }) => `${x},${y}`).join(' ');
  const move = (corner: number, to: Point): void => onChange?.(moveCorner(corners, { corner, to }, source));
  return (
    <div class={styles.place} style={{ '--aspect': String(source.width / source.height) }}>
      <fieldset class={styles.frame} aria-label={say('screen.corners')}>
        <svg class={styles.lines} viewBox={`0 0 ${source.width} ${source.height}`} aria-hidden="true">
          <polygon class={styles.rim} points={outline} />
          <polygon class={styles.screen} points={outline} />
        </svg>
        {onChange &&
          places.map((place) => (
            <Handle
              key={place}
              place={place}
              at={corners[place]}
              source={source}
              onMove={(to) => move(place, to)}
              onHold={(isHeld) => setHeld(isHeld ? place : null)}
            />
          ))}
        {held !== null && video && (
          <CornerLens video={video} at={corners[held] ?? corners[0]} source={source} />
        )}
      </fieldset>
    </div>
  );
}

interface HandleProps {
  readonly place: (typeof places)[number];
  readonly at: Point;
  readonly source: ScreenCornersProps['source'];
  readonly onMove: (to: Point) => void;
  readonly onHold: (isHeld: boolean) => void;
}

function Handle({ place, at, source, onMove, onHold }: HandleProps): VNode {
  /** Where the corner was from the finger when it was touched: the finger need not hit it, nor hide it. */
  const [grip, setGrip] = useState<Point | null>(null);
  const release = (): void => {
    setGrip(null);
    onHold(false);
  };
  const across = Math.round((100 * at.x) / source.width);
  const down = Math.round((100 * at.y) / source.height);
  return (
    <button
      type="button"
      class={styles.handle}
      style={{ left: `${(100 * at.x) / source.width}%`, top: `${(100 * at.y) / source.height}%` }}
      aria-label={`${say(`screen.corner.${place}`)}, ${say('screen.corner.at', { across, down })}`}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
        const finger = fingerIn(event, source);
        setGrip({ x: at.x - finger.x, y: at.y - finger.y });
        onHold(true);
      }}
      onPointerMove={(event) => {
        if (grip === null) return;
        const finger = fingerIn(event, source);
        onMove({ x: finger.x + grip.x, y: finger.y + grip.y });
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={(event) => {
        const arrow = arrows[event.key];
        if (arrow === undefined) return;
        event.preventDefault();
        const step = event.shiftKey ? 10 * keyStep : keyStep;
        onMove({ x: at.x + step * arrow.x, y: at.y + step * arrow.y });
      }}
    />
  );
}

/** The finger's place in pixels of the picture. */
function fingerIn(event: PointerEvent, { width, height }: ScreenCornersProps['source']): Point {
  const frame = event.currentTarget instanceof Element ? event.currentTarget.parentElement : null;
  const box = frame?.getBoundingClientRect();
  if (box === undefined) return { x: 0, y: 0 };
  return {
    x: ((event.clientX - box.left) / box.width) * width,
    y: ((event.clientY - box.top) / box.height) * height,
  };
}
