/** Everything that can go wrong, each with its own sentence and next step in the message catalogue. */
export type FailureCode =
  | 'not-an-image'
  | 'image-damaged'
  | 'image-empty'
  | 'image-too-large'
  | 'not-dicom'
  | 'not-dicom-pdf'
  | 'dicom-pdf'
  | 'dicom-report'
  | 'dicom-waveform'
  | 'dicom-presentation'
  | 'dicom-directory'
  | 'dicom-no-picture'
  | 'dicom-video'
  | 'dicom-packing'
  | 'dicom-colours'
  | 'dicom-cut-short'
  | 'dicom-header'
  | 'dicom-damaged'
  | 'dicom-too-large'
  | 'dicom-slow'
  | 'decoder-missing'
  | 'folder-empty'
  | 'zip-damaged'
  | 'zip-locked'
  | 'zip-too-large'
  | 'crop-missing'
  | 'crop-outside'
  | 'crop-small'
  | 'not-a-video'
  | 'video-damaged'
  | 'video-codec'
  | 'video-without-pictures'
  | 'video-too-large'
  | 'video-alone'
  | 'video-unlabelled'
  | 'camera-denied'
  | 'camera-forbidden'
  | 'camera-missing'
  | 'camera-busy'
  | 'camera-unfit'
  | 'camera-unplugged'
  | 'clipboard-empty'
  | 'storage-full'
  | 'storage-blocked'
  | 'storage-outdated'
  | 'annotation-changed'
  | 'archive-damaged'
  | 'archive-foreign'
  | 'archive-newer'
  | 'package-damaged'
  | 'package-hash'
  | 'package-golden'
  | 'package-task'
  | 'model-missing'
  | 'model-output'
  | 'mask-values'
  | 'mask-size'
  | 'backend-missing'
  | 'device-lost'
  | 'worker-lost'
  | 'timed-out'
  | 'unexpected';

/** Numbers and short names that a sentence fills in. */
export type Facts = Readonly<Record<string, string | number>>;

/** An error that the app knows how to explain: the code picks the sentence, the detail goes to diagnostics. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: FailureCode,
    readonly detail = '',
    readonly facts: Facts = {},
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}

/** Turns anything thrown into a `Failure`; what is not one yet becomes `unexpected`, its text kept. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  return new Failure(
    'unexpected',
    thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
  );
}

/** Makes a failure that crossed `postMessage` a real error again. */
export function failureFrom(message: {
  readonly code: FailureCode;
  readonly detail: string;
  readonly facts?: Facts;
}): Failure {
  return new Failure(message.code, message.detail, message.facts);
}
