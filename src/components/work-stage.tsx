import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { polygonOf } from '../annotation/polygon-of.ts';
import { say } from '../i18n/say.ts';
import type { OpenPicture } from '../labelling/open-picture.ts';
import { modelOutlineShown } from '../settings.ts';
import { ContourEditor } from './contour-editor.tsx';
import { contourLabels } from './label-styles.ts';

interface WorkStageProps {
  readonly picture: OpenPicture;
  readonly labels: readonly string[];
}

/** The picture in the editor, with what the model outlined and the shapes that cannot be edited beside it. */
export function WorkStage({ picture, labels }: WorkStageProps): VNode {
  const place = useRef<HTMLDivElement>(null);
  const { bitmap, row, contour } = picture;
  const size = useMemo(() => ({ width: row.width, height: row.height }), [row.width, row.height]);
  const styled = useMemo(() => contourLabels(labels), [labels]);
  const isModelShown = modelOutlineShown.value === 'on';
  const proposal = picture.proposal.value;
  const references = useMemo(() => {
    const shown = [...picture.fixed, ...(isModelShown ? (proposal?.regions ?? []) : [])];
    return shown.flatMap(({ shape, label }) => {
      const polygon = polygonOf(shape);
      return polygon === null ? [] : [{ label, polygon }];
    });
  }, [picture, proposal, isModelShown]);
  useEffect(() => {
    // The keys of the editor come to it; whoever writes or chooses elsewhere stays there.
    const isElsewhere = document.activeElement?.matches('input, textarea, button') ?? false;
    if (!isElsewhere)
      place.current?.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });
    return () => bitmap.close();
  }, [bitmap]);
  return (
    <div ref={place}>
      <ContourEditor
        key={row.id}
        model={contour}
        bitmap={bitmap}
        size={size}
        name={say('annotate.picture', { name: row.fileName })}
        labels={styled}
        references={references}
      />
    </div>
  );
}
