"""Areas under the curve, sensitivities, shares and means, each with a 95 % interval by bootstrap over groups."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

REPEATS = 1000


@dataclass(frozen=True)
class Scores:
    """One label on one set: score and truth (0, 1) of each picture, and the block it belongs to."""

    score: np.ndarray
    truth: np.ndarray
    block: np.ndarray

    def take(self, chosen: np.ndarray) -> Scores:
        return Scores(self.score[chosen], self.truth[chosen], self.block[chosen])


def auc(scores: Scores) -> float:
    """Chance that a random positive scores above a random negative; ties count half."""
    positive = scores.truth == 1
    n, m = positive.sum(), (~positive).sum()
    if n == 0 or m == 0:
        return float('nan')
    return float((rankdata(scores.score)[positive].sum() - n * (n + 1) / 2) / (n * m))


def sensitivity(scores: Scores) -> float:
    """Share of positives with a score above 0; subtract the threshold before."""
    positives = scores.score[scores.truth == 1]
    return float((positives > 0).mean()) if len(positives) else float('nan')


def specificity(scores: Scores) -> float:
    negatives = scores.score[scores.truth == 0]
    return float((negatives <= 0).mean()) if len(negatives) else float('nan')


def average(scores: Scores) -> float:
    """Mean score, whatever the truth."""
    return float(scores.score.mean()) if len(scores.score) else float('nan')


def with_interval(measure: Callable[[Scores], float], scores: Scores, seed: int) -> tuple[float, tuple[float, float]]:
    """The figure, and the 2.5 and 97.5 percentiles over resampled blocks."""
    rng = np.random.default_rng(seed)
    blocks = [np.flatnonzero(scores.block == b) for b in np.unique(scores.block)]
    values = []
    for _ in range(REPEATS):
        chosen = np.concatenate([blocks[i] for i in rng.integers(0, len(blocks), len(blocks))])
        values.append(measure(scores.take(chosen)))
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return measure(scores), (float(low), float(high))


def row(scores: Scores, about: tuple[str, str, str], measure: tuple[str, Callable[[Scores], float]], seed: int) -> dict:
    """A card's `metrics` entry. `about`: data set in words, real or degraded, subject."""
    value, interval = with_interval(measure[1], scores, seed)
    dataset, pictures, subject = about
    return {
        'dataset': dataset,
        'pictures': pictures,
        'n': int(len(scores.score)),
        'subject': subject,
        'metric': measure[0],
        'value': round(value, 4),
        'interval': [round(v, 4) for v in interval],
    }
