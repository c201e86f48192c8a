import Panzoom, { type PanzoomObject } from '@panzoom/panzoom';
import { useEffect, useMemo } from 'preact/hooks';

/** Pictures that are looked at closely at the same place. */
export interface PannedTogether {
  /** Joins an element; the result leaves. Its parent cuts off what lies outside. */
  readonly join: (element: HTMLElement) => () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly reset: () => void;
}

const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Makes a group of equal panels: what one shows, by pinch, drag, wheel or buttons, all show. */
export function usePannedTogether(): PannedTogether {
  const group = useMemo(createGroup, []);
  useEffect(() => () => group.end(), [group]);
  return group;
}

function createGroup(): PannedTogether & { readonly end: () => void } {
  const members = new Map<HTMLElement, PanzoomObject>();
  function follow(leader: HTMLElement, { x, y, scale }: { x: number; y: number; scale: number }): void {
    for (const [element, member] of members) {
      member.setOptions({ touchAction: scale > 1 ? 'none' : 'pan-y' });
      if (element === leader) continue;
      member.zoom(scale, { silent: true, animate: false, force: true });
      member.pan(x, y, { silent: true, animate: false, force: true });
    }
  }
  const first = (): PanzoomObject | undefined => members.values().next().value;
  return {
    join(element) {
      const member = Panzoom(element, {
        maxScale: 8,
        minScale: 1,
        contain: 'outside',
        panOnlyWhenZoomed: true,
        animate,
        // At rest one finger scrolls the page; once zoomed in it moves the pictures.
        touchAction: 'pan-y',
      });
      members.set(element, member);
      const change = (event: Event): void => follow(element, (event as CustomEvent).detail);
      const wheel = (event: WheelEvent): void => {
        if (event.ctrlKey) member.zoomWithWheel(event);
      };
      element.addEventListener('panzoomchange', change);
      element.parentElement?.addEventListener('wheel', wheel, { passive: false });
      return () => {
        element.parentElement?.removeEventListener('wheel', wheel);
        element.removeEventListener('panzoomchange', change);
        member.destroy();
        members.delete(element);
      };
    },
    zoomIn: () => void first()?.zoomIn({ animate }),
    zoomOut: () => void first()?.zoomOut({ animate }),
    reset: () => void first()?.reset({ animate }),
    end() {
      for (const member of members.values()) member.destroy();
      members.clear();
    },
  };
}
