import { Maximize, ZoomIn, ZoomOut } from 'lucide';
import type { VNode } from 'preact';
import { addMessages } from '../i18n/en.ts';
import { stage } from '../i18n/en-stage.ts';
import { say } from '../i18n/say.ts';
import { Button } from './button.tsx';
import styles from './picture-stage.module.css';
import type { StageControl } from './stage-control.ts';

addMessages(stage);

/** Zoom buttons in a corner of a stage, for hands without a wheel or a second finger: put it inside `PictureStage`. */
export function StageZoom({ control }: { readonly control: StageControl }): VNode {
  return (
    <div class={styles.zoom}>
      <Button icon={ZoomIn} label={say('stage.zoom.in')} onPress={() => control.zoomIn()} />
      <Button icon={ZoomOut} label={say('stage.zoom.out')} onPress={() => control.zoomOut()} />
      <Button icon={Maximize} label={say('stage.zoom.fit')} onPress={() => control.fit()} />
    </div>
  );
}
