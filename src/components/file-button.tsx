import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from './button.tsx';

interface FileButtonProps {
  readonly icon: IconNode;
  readonly text: string;
  /** As the `accept` attribute of a file input. */
  readonly accept: string;
  readonly kind?: 'primary' | 'plain';
  readonly isMany?: boolean;
  /** Opens the chooser of a whole folder; `accept` does not hold there. */
  readonly isFolder?: boolean;
  readonly isDisabled?: boolean;
  /** Never called with an empty list. */
  readonly onFiles: (files: File[]) => void;
}

/** A button that opens the device's file chooser. */
export function FileButton(props: FileButtonProps): VNode {
  const {
    icon,
    text,
    accept,
    kind = 'plain',
    isMany = false,
    isFolder = false,
    isDisabled = false,
    onFiles,
  } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={icon} kind={kind} isDisabled={isDisabled} onPress={() => input.current?.click()}>
        {text}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          // Not in the types of JSX.
          if (element !== null) element.webkitdirectory = isFolder;
        }}
        hidden
        type="file"
        accept={accept}
        multiple={isMany}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
