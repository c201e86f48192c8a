"""What would be said at every operating point: thresholds on the calibrated probability, sensitivity, specificity."""
from __future__ import annotations

import numpy as np

from figures import Scores
from kidney_crop.evaluate import Measured
from kidney_crop.network import FINDINGS
from kidney_crop.setting import Choice, Setting

MOST = 60  # points a curve: more are not seen on a screen
DIGITS = 4


def _called(said: np.ndarray, truth: np.ndarray, thresholds: np.ndarray) -> np.ndarray:
    """[n, 3]: each threshold with the sensitivity and specificity of calling from it on."""
    positive, negative = np.sort(said[truth == 1]), np.sort(said[truth == 0])
    missed = np.searchsorted(positive, thresholds) / len(positive)
    right = np.searchsorted(negative, thresholds) / len(negative)
    return np.stack([thresholds, 1 - missed, right], 1)


def _thin(points: np.ndarray, most: int) -> np.ndarray:
    """The first, the last, and those between at even steps along the curve."""
    along = np.concatenate([[0], np.cumsum(np.abs(np.diff(points[:, 1:], axis=0)).sum(1))])
    steps = np.searchsorted(along, np.linspace(0, along[-1], most))
    return points[np.unique(np.concatenate([[0], steps, [len(points) - 1]]))]


def curve(scores: Scores, choice: Choice, about: tuple[str, str, str]) -> dict:
    """A card's `curves` entry; the card's own threshold is always among the points."""
    said = choice.probability(scores.score.astype(np.float64))
    ends = [0.0, choice.threshold, 1.0]
    points = _called(said, scores.truth, np.unique(np.concatenate([np.round(said, DIGITS), ends])))
    own = np.flatnonzero(points[:, 0] == choice.threshold)[0]
    thinned = _thin(points, MOST - 2)
    kept = np.unique(np.concatenate([thinned, points[own : own + 1]]), axis=0)
    rows = [[round(float(value), DIGITS) for value in point] for point in kept]
    counts = {'positives': int((scores.truth == 1).sum()), 'negatives': int((scores.truth == 0).sum())}
    return {'dataset': about[0], 'pictures': about[1], 'subject': about[2], **counts, 'points': rows}


def curves(sets: list[Measured], setting: Setting) -> list[dict]:
    """Each finding of each set, where both answers occur."""
    made = []
    for measured in sets:
        for name in FINDINGS:
            scores = measured.scores(name)
            if len(np.unique(scores.truth)) == 2:
                made.append(curve(scores, setting.findings[name], (*measured.about, name)))
    return made
