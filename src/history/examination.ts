import type { Analysis, QualityLabel } from '../analysis.ts';
import type { Verdict } from '../feedback/verdict.ts';
import type { Calibration } from '../pixels/calibration.ts';
import type { Additions } from './additions.ts';

/** Where a picture came from. */
export type Origin = 'file' | 'camera' | 'clipboard' | 'drop' | 'sample' | 'video' | 'dicom';

/** One analysed moment of a clip. */
export interface ClipMoment {
  /** Milliseconds after the clip's first frame. */
  readonly atMs: number;
  readonly verdict: Verdict;
  /** Calibrated probability of each label; null where the picture was declined. */
  readonly probabilities: Readonly<Record<QualityLabel, number>> | null;
}

/** What was seen in a clip, moment by moment. */
export interface ClipTrack {
  /** In order of time; at least one. */
  readonly moments: readonly ClipMoment[];
  /** Which moment is the picture of this record: the best. */
  readonly best: number;
}

/** One analysed picture, as history keeps it; the picture and thumbnail lie in stores of their own. */
export interface Examination {
  /** A random UUID. */
  readonly id: string;
  /** Milliseconds since 1970, when the picture was analysed. */
  readonly analysedAt: number;
  /** When this record last changed; on restore the later one wins. */
  readonly updatedAt: number;
  /** When it was deleted, or null; a deleted record can be brought back until it is purged. */
  readonly deletedAt: number | null;
  readonly origin: Origin;
  /** The file's name, or an empty string. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly analysis: Analysis;
  /** How long a centimetre is; null where the file does not say so reliably, absent where none could. */
  readonly calibration?: Calibration | null;
  /** The clip of which this is the best picture; absent for a picture that came alone. */
  readonly clip?: ClipTrack;
  /** What people added since; absent where nobody did. */
  readonly additions?: Additions;
  /** Version of the app that produced the record. */
  readonly appVersion: string;
}

/** A picture as it was opened (the original file's bytes, or a PNG of a camera frame). */
export interface StoredPicture {
  readonly bytes: ArrayBuffer;
  /** MIME type. */
  readonly type: string;
}

/** A clip's pictures (motion JPEG, which every browser reads); moment i of the track is the i-th picture. */
export interface StoredClip {
  readonly type: 'image/jpeg';
  /** JPEG pictures one after the other. */
  readonly bytes: ArrayBuffer;
  /** The length of each picture, in bytes. */
  readonly lengths: readonly number[];
}

/** Everything that is saved for one analysis. */
export interface NewExamination {
  readonly examination: Examination;
  readonly picture: StoredPicture;
  readonly thumbnail: StoredPicture;
  /** Present exactly when the examination has a track. */
  readonly clip?: StoredClip;
}

/** One record as the result screen shows it. */
export type OpenedExamination = Omit<NewExamination, 'thumbnail' | 'clip'>;
