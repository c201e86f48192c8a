import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../services.ts';
import styles from './thumbnail.module.css';

/** A record's small picture; decoration beside the verdict's words. */
export function Thumbnail({ id }: { readonly id: string }): VNode {
  const { records } = useServices();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    let made: string | null = null;
    const load = async (): Promise<void> => {
      const picture = await records.thumbnail(id).catch(() => null);
      if (picture === null || isGone) return;
      made = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
      setUrl(made);
    };
    void load();
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id, records]);
  return url === null ? <span class={styles.thumbnail} /> : <img class={styles.thumbnail} src={url} alt="" />;
}
