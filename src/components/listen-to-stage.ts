import type { Signal } from '@preact/signals';
import type { Point } from '../pixels/sector.ts';
import type { Lens } from './paint-stage.ts';
import type { PictureStageProps, StagePointer } from './picture-stage.tsx';
import { type Contact, ContactSorter, type ContactTarget } from './sort-contacts.ts';
import { stageKey } from './stage-key.ts';

/** CSS pixels within which a point counts as touched: half of a 44-px target for fingers. */
const reach = { touch: 22, pen: 22, mouse: 12 };

/** Hands a stage's pointers, wheel and keys to its tool and its view; the result ends that. */
export function listenToStage(
  stage: HTMLElement,
  props: () => PictureStageProps,
  lens: Signal<Lens | null>,
): () => void {
  const listening = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(
    names: readonly K[],
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void => {
    for (const name of names)
      stage.addEventListener(name, listener, { signal: listening.signal, passive: false });
  };
  const target = new StageTarget(stage, props, lens);
  const sorter = new ContactSorter(target);
  const sort = (event: PointerEvent, step: 'down' | 'move' | 'up' | 'cancel'): void => {
    target.event = event;
    sorter[step](contactOf(stage, event));
  };
  on(['pointerdown'], (event) => {
    // What lies over the stage has its own presses.
    if (event.target !== stage) return;
    if (event.button === middleButton) dragView(stage, event, props);
    if (event.button !== 0) return;
    stage.setPointerCapture(event.pointerId);
    sort(event, 'down');
  });
  on(['pointermove'], (event) => {
    sort(event, 'move');
    if (event.buttons === 0) target.hover(contactOf(stage, event));
  });
  on(['pointerup'], (event) => sort(event, 'up'));
  on(['pointercancel', 'lostpointercapture'], (event) => sort(event, 'cancel'));
  on(['pointerleave'], () => target.hover(null));
  on(['wheel'], (event) => zoomByWheel(stage, event, props));
  on(['keydown'], (event) => stageKey(event, props()));
  on(['contextmenu'], (event) => event.preventDefault());
  return () => listening.abort();
}

const middleButton = 1;

/** Turns sorted contacts into calls of the tool and moves of the view. */
class StageTarget implements ContactTarget {
  /** The event that is being sorted: the tool wants its coalesced places, too. */
  event: PointerEvent | null = null;

  constructor(
    private readonly stage: HTMLElement,
    private readonly props: () => PictureStageProps,
    private readonly lens: Signal<Lens | null>,
  ) {}

  begin(contact: Contact): boolean {
    const isTaken = this.props().tool.down(this.pointer(contact));
    if (isTaken) this.look(contact);
    return isTaken;
  }

  move(contact: Contact): void {
    this.props().tool.move(this.pointer(contact));
    this.look(contact);
  }

  end(contact: Contact): void {
    this.lens.value = null;
    this.props().tool.up(this.pointer(contact));
    this.props().control.redraw();
  }

  cancel(): void {
    this.lens.value = null;
    this.props().tool.cancel();
    this.props().control.redraw();
  }

  pan(by: Point): void {
    this.props().control.panBy(by);
  }

  pinch({ at, by, factor }: Parameters<ContactTarget['pinch']>[0]): void {
    const { control } = this.props();
    control.panBy(by);
    control.zoomBy(factor, at);
  }

  hover(contact: Contact | null): void {
    const { tool, control } = this.props();
    if (!tool.hover || contact?.kind === 'touch') return;
    tool.hover(contact && this.pointer(contact));
    control.redraw();
  }

  private look(contact: Contact): void {
    const { tool, control } = this.props();
    const shows = tool.magnified ? tool.magnified() : control.toPicture(contact.at);
    this.lens.value = shows === null || contact.kind === 'mouse' ? null : { shows, finger: contact.at };
    control.redraw();
  }

  private pointer({ at, kind }: Contact): StagePointer {
    const { control } = this.props();
    const { scale } = control.view.peek();
    const coalesced = this.event?.type === 'pointermove' ? (this.event.getCoalescedEvents?.() ?? []) : [];
    const trail = coalesced.slice(0, -1).map((one) => control.toPicture(stagePoint(this.stage, one)));
    const place = control.toPicture(at);
    return {
      at: place,
      trail: [...trail, place],
      kind,
      scale,
      reach: reach[kind] / scale,
      isShifted: this.event?.shiftKey ?? false,
    };
  }
}

function contactOf(stage: HTMLElement, event: PointerEvent): Contact {
  return {
    id: event.pointerId,
    kind: event.pointerType === 'pen' || event.pointerType === 'mouse' ? event.pointerType : 'touch',
    at: stagePoint(stage, event),
    extent: Math.max(event.width, event.height),
    timeMs: event.timeStamp,
  };
}

function stagePoint(stage: HTMLElement, { clientX, clientY }: MouseEvent): Point {
  const { left, top } = stage.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** The middle button moves the picture, whatever the tool. */
function dragView(stage: HTMLElement, down: PointerEvent, props: () => PictureStageProps): void {
  down.preventDefault();
  const ended = new AbortController();
  const { signal } = ended;
  addEventListener(
    'pointermove',
    ({ movementX, movementY }) => props().control.panBy({ x: movementX, y: movementY }),
    { signal },
  );
  addEventListener('pointerup', () => ended.abort(), { signal });
  stage.setPointerCapture(down.pointerId);
}

function zoomByWheel(stage: HTMLElement, event: WheelEvent, props: () => PictureStageProps): void {
  event.preventDefault();
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  // Browsers report a pinch on a touchpad as a wheel with Ctrl, in small steps.
  const speed = event.ctrlKey ? 0.01 : 0.0015;
  props().control.zoomBy(Math.exp(-event.deltaY * lines * speed), stagePoint(stage, event));
}
