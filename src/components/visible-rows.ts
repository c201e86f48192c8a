import { useEffect, useState } from 'preact/hooks';

/** Which rows of a long list are near the window, so that only they are drawn. */
export interface VisibleRows {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Rows drawn beyond each edge, so that a flick does not show gaps. */
const margin = 8;

/** Follows the page's scrolling over a list of rows of one height. */
export function useVisibleRows(
  list: { readonly current: HTMLElement | null },
  { count, rowHeight }: { readonly count: number; readonly rowHeight: number },
): VisibleRows {
  const [rows, setRows] = useState<VisibleRows>({ first: 0, end: Math.min(count, 24) });
  useEffect(() => {
    const update = (): void => {
      const above = -(list.current?.getBoundingClientRect().top ?? 0);
      const first = Math.max(0, Math.floor(above / rowHeight) - margin);
      const end = Math.min(count, Math.ceil((above + innerHeight) / rowHeight) + margin);
      setRows((was) => (was.first === first && was.end === end ? was : { first, end }));
    };
    update();
    addEventListener('scroll', update, { passive: true });
    addEventListener('resize', update);
    return () => {
      removeEventListener('scroll', update);
      removeEventListener('resize', update);
    };
  }, [list, count, rowHeight]);
  return { first: Math.min(rows.first, count), end: Math.min(rows.end, count) };
}
