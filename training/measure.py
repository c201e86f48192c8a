"""All figures of the card, in the order in which they are printed."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibrate import cross_fitted, join, temperature, threshold
from evaluate import VERSIONS, Measured
from figures import Scores, auc, row, sensitivity, specificity
from mobilenet_v2 import LABELS

FAULTS = LABELS[:4]
CROSSED = 'threshold chosen on the other half of the held-out blocks'


@dataclass(frozen=True)
class Setting:
    """What the card needs to turn logits into answers: both in the order of the labels."""

    temperatures: list[float]
    thresholds: list[float]


def _data(kind: str) -> str:
    if kind == 'degraded':
        return f'held-out blocks of abdomen, pictures with a reader\'s labels, {VERSIONS} versions each, degraded at random'
    return "held-out blocks of abdomen, natural faults as one reader labelled them"


def _parts(natural: Measured, degraded: Measured, label: str) -> list[Scores]:
    if label == 'wrong':
        return [natural.scores(label), degraded.scores(label)]
    # Faults and optimal are asked of pictures that show a kidney; others would flatter `optimal`.
    return [m.scores(label, m.truth[:, LABELS.index('wrong')] == 0) for m in (degraded, natural)]


def choose_setting(natural: Measured, degraded: Measured) -> Setting:
    temperatures, thresholds = [], []
    for label in LABELS:
        scores, weights = join(_parts(natural, degraded, label))
        scale = temperature(scores, weights)
        temperatures.append(round(scale, 4))
        thresholds.append(round(float(1 / (1 + np.exp(-threshold(scores, weights) / scale))), 4))
    return Setting(temperatures, thresholds)


def _rows(scores: Scores, crossed: Scores, about: tuple[str, str, str], seed: int) -> list[dict]:
    return [
        row(scores, about, ('AUC', auc), seed),
        row(crossed, about, (f'sensitivity, {CROSSED}', sensitivity), seed),
        row(crossed, about, (f'specificity, {CROSSED}', specificity), seed),
    ]


def fault_rows(natural: Measured, degraded: Measured, seed: int) -> list[dict]:
    """Degraded and natural figures of each label beside each other."""
    rows = []
    for label in FAULTS:
        parts = _parts(natural, degraded, label)
        crossed = cross_fitted(parts, seed)
        for part, moved, kind in zip(parts, crossed, ('degraded', 'real')):
            rows += _rows(part, moved, (_data(kind), kind, label), seed)
    return rows


def wrong_rows(natural: Measured, degraded: Measured, seed: int) -> list[dict]:
    """Other organs against kidneys: all, each source, and views that leave the kidney out."""
    everything, left_out = _parts(natural, degraded, 'wrong')
    crossed = cross_fitted([everything, left_out], seed)
    kidneys = 'all kidney pictures of held-out blocks'
    rows = _rows(everything, crossed[0], (f'held-out other organs against {kidneys}', 'real', 'wrong'), seed)
    for source in np.unique(natural.source[natural.source != 'kidney']):
        chosen = np.isin(natural.source, ['kidney', source])
        about = (f'held-out other organs of the set {source} against {kidneys}', 'real', 'wrong')
        rows.append(row(natural.scores('wrong', chosen), about, ('AUC', auc), seed))
    about = ('views of held-out kidney pictures that leave the kidney out, against degraded views with it', 'degraded', 'wrong')
    return rows + _rows(left_out, crossed[1], about, seed)


def refusal_row(score: np.ndarray, block: np.ndarray, about: tuple[str, str], limit: float, seed: int) -> dict:
    """Share of pictures whose novelty lies above the limit."""
    scores = Scores(score - limit, np.ones(len(score)), block)
    return row(scores, (about[0], about[1], 'novelty'), ('share refused', sensitivity), seed)
