"""Temperatures, thresholds, bands of abstention and reliability tables, one a label, on held-out pictures."""
from __future__ import annotations

import numpy as np
from scipy.optimize import minimize_scalar

from figures import Scores


def join(parts: list[Scores]) -> tuple[Scores, np.ndarray]:
    """Several sets as one; each set and each side of the truth weighs the same."""
    weights = []
    for part in parts:
        share = np.where(part.truth == 1, max((part.truth == 1).sum(), 1), max((part.truth == 0).sum(), 1))
        weights.append(1 / share)
    fields = (np.concatenate([getattr(p, name) for p in parts]) for name in ('score', 'truth', 'block'))
    return Scores(*fields), np.concatenate(weights)


def temperature(scores: Scores, weights: np.ndarray) -> float:
    """Divides the logits so that the weighted log loss is least."""

    def loss(log_t: float) -> float:
        z = scores.score / np.exp(log_t) * np.where(scores.truth == 1, 1, -1)
        return float((weights * np.logaddexp(0, -z)).sum())

    return float(np.exp(minimize_scalar(loss, bounds=(-2.0, 2.5), method='bounded').x))


def threshold(scores: Scores, weights: np.ndarray) -> float:
    """The logit with the largest sensitivity + specificity, midway between its neighbours."""
    order = np.argsort(scores.score)
    s, y, w = scores.score[order], scores.truth[order], weights[order]
    positive, negative = np.where(y == 1, w, 0), np.where(y == 0, w, 0)
    above = positive.sum() - np.cumsum(positive)
    gain = above / positive.sum() + np.cumsum(negative) / negative.sum()
    # a plateau of equally good cuts: its middle generalises best
    smooth = np.convolve(gain[:-1], np.ones(9) / 9, 'same') if len(gain) > 30 else gain[:-1]
    best = int(np.argmax(smooth))
    return float((s[best] + s[best + 1]) / 2)


def cross_fitted(parts: list[Scores], seed: int) -> list[Scores]:
    """Scores minus a threshold that was chosen on the other half of the blocks, for honest sensitivities."""
    blocks = np.unique(np.concatenate([p.block for p in parts]))
    half = set(np.random.default_rng(seed).permutation(blocks)[: len(blocks) // 2])
    moved = [p.score.astype(np.float64).copy() for p in parts]
    for first in (True, False):
        mine = [np.array([(b in half) == first for b in p.block]) for p in parts]
        cut = threshold(*join([p.take(~m) for p, m in zip(parts, mine)]))
        for scores, m in zip(moved, mine):
            scores[m] -= cut
    return [Scores(score, p.truth, p.block) for score, p in zip(moved, parts)]


def band(parts: list[Scores], cut: float, share: float) -> tuple[float, float]:
    """The widest interval of logits, as far below the threshold as above, that holds about `share` of each set or less."""
    reach = min(float(np.quantile(np.abs(part.score - cut), share)) for part in parts)
    return cut - reach, cut + reach


def reliability(probability: np.ndarray, truth: np.ndarray, bins: int = 10) -> list[dict]:
    """How often the truth was 1 where the probability lay in each tenth; empty bins have n 0."""
    edges = np.linspace(0, 1, bins + 1)
    which = np.clip((probability * bins).astype(int), 0, bins - 1)
    rows = []
    for i, (low, high) in enumerate(zip(edges, edges[1:])):
        here = which == i
        count = int(here.sum())
        said = float(probability[here].mean()) if count else (low + high) / 2
        seen = float(truth[here].mean()) if count else 0.0
        rows.append({'low': round(low, 2), 'high': round(high, 2), 'n': count, 'said': round(said, 4), 'seen': round(seen, 4)})
    return rows
