import type { OpenPicture } from '../labelling/open-picture.ts';
import { qualities, views, withText } from '../labelling/picture-attributes.ts';
import type { WorkModel } from '../labelling/work-model.ts';

/** What the keys of the work screen do beside those of the editor. */
export interface WorkKeys {
  readonly model: WorkModel;
  readonly onHelp: () => void;
  readonly onComment: () => void;
}

/** A key on the work screen; true when it was used. Nothing is taken from whoever writes a comment. */
export function workKey(event: KeyboardEvent, { model, onHelp, onComment }: WorkKeys): boolean {
  const view = model.view.value;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (view.name !== 'open' || isWriting(event.target)) return false;
  const { picture } = view;
  const key = event.key.toLowerCase();
  if (/^Digit\d$/.test(event.code)) return digitKey(event, model, picture);
  const actions: Readonly<Record<string, () => void>> = {
    s: () => model.finish('skipped'),
    ']': () => model.go(1),
    pagedown: () => model.go(1),
    '[': () => model.go(-1),
    pageup: () => model.go(-1),
    k: () => picture.takeProposal(),
    c: onComment,
    '?': onHelp,
    ...viewKeys(picture),
    // A button that has the focus is pressed by it.
    ...(isControl(event.target) ? {} : { enter: () => model.finish('done') }),
  };
  const action = actions[key];
  action?.();
  return action !== undefined;
}

function viewKeys(picture: OpenPicture): Readonly<Record<string, () => void>> {
  return Object.fromEntries(
    views.map((view) => [
      view.slice(0, 1).toLowerCase(),
      () => picture.setAttributes(withText(picture.attributes.value, 'View', view)),
    ]),
  );
}

/** The label of that number; with Shift the quality. */
function digitKey({ code, shiftKey }: KeyboardEvent, model: WorkModel, picture: OpenPicture): boolean {
  const index = Number(code.slice(-1)) - 1;
  const quality = qualities[index];
  const label = model.labels.value[index];
  if (shiftKey && quality !== undefined) {
    picture.setAttributes(withText(picture.attributes.value, 'Quality', quality));
    return true;
  }
  if (shiftKey || label === undefined) return false;
  picture.contour.chooseLabel(label);
  return true;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.matches('textarea, select, input:not([type=radio], [type=checkbox])')
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null;
}

/** Gives the editor's own keys to it when something else has the focus: a button that was pressed, a choice that was made. */
export function passToEditor(event: KeyboardEvent, stage: HTMLElement | null): void {
  const { key, target, ctrlKey, metaKey } = event;
  const isEditors = ctrlKey || metaKey ? /^[zy]$/i.test(key) : /^[mbednp]$/i.test(key);
  const isThere = target instanceof Node && stage?.contains(target);
  if (stage === null || isThere || !isEditors || isWriting(target)) return;
  event.preventDefault();
  stage.focus({ preventScroll: true });
  stage.dispatchEvent(new KeyboardEvent('keydown', { ...keyOf(event), bubbles: false, cancelable: true }));
}

function keyOf({ key, code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): KeyboardEventInit {
  return { key, code, ctrlKey, metaKey, shiftKey };
}
