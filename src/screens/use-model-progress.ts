import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../services.ts';

/** How much of a model that is on its way to this device has arrived, per cent; null while none is. */
export function useModelProgress(): number | null {
  const { inference } = useServices();
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(
    () =>
      inference.onNews((news) => {
        if (news.news !== 'model-progress') return;
        const share = news.done / Math.max(1, news.total);
        setPercent(news.step === 'download' ? Math.round(100 * share) : null);
      }),
    [inference],
  );
  return percent;
}
