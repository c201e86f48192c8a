import { Maximize, ZoomIn, ZoomOut } from 'lucide';
import type { VNode } from 'preact';
import { addMessages } from '../i18n/en.ts';
import { stage } from '../i18n/en-stage.ts';
import { say } from '../i18n/say.ts';
import { Button } from './button.tsx';
import styles from './picture-stage.module.css';
import type { StageControl } from './stage-control.ts';

addMessages(stage);

interface StageZoomProps {
  readonly control: StageControl;
  /** Beside the stage instead of over it, where the whole picture must be reached: rulers lie at its edges. */
  readonly isBeside?: boolean;
}

/** Zoom buttons for hands without a wheel or a second finger: inside `PictureStage` in its corner, or beside it. */
export function StageZoom({ control, isBeside = false }: StageZoomProps): VNode {
  return (
    <div class={isBeside ? styles.zoomBeside : styles.zoom}>
      <Button icon={ZoomIn} label={say('stage.zoom.in')} onPress={() => control.zoomIn()} />
      <Button icon={ZoomOut} label={say('stage.zoom.out')} onPress={() => control.zoomOut()} />
      <Button icon={Maximize} label={say('stage.zoom.fit')} onPress={() => control.fit()} />
    </div>
  );
}
