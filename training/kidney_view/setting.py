"""What the card needs to turn logits into answers: temperatures, thresholds and bands, chosen on held-out pictures."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibrate import band, join, temperature, threshold
from figures import Scores
from kidney_view.evaluate import Measured
from kidney_view.network import LABELS
from kidney_view.overlap import choose_cut, pixels
from structures import STRUCTURES

UNSURE_SHARE = 0.15  # about this share of each held-out set, or less, lies in a label's band
UNSURE_ODDS = 1.25  # and at most this far from the threshold, in logits over the temperature: a factor of 3.5 in odds
OPERATING_POINT = (
    'largest sensitivity + specificity over the held-out pictures; real and degraded ones, and both sides of the truth, weigh the same'
)


@dataclass(frozen=True)
class Held:
    """The three held-out sets."""

    natural: Measured
    degraded: Measured
    simulated: Measured


@dataclass(frozen=True)
class Scale:
    """One label or structure: logits are divided by `temperature`; `cut` and `band` are logits before that."""

    temperature: float
    cut: float
    band: tuple[float, float] | None = None

    def probability(self, logits: np.ndarray | float) -> np.ndarray | float:
        return 1 / (1 + np.exp(-logits / self.temperature))

    @property
    def threshold(self) -> float:
        return round(float(self.probability(self.cut)), 4)

    @property
    def abstain(self) -> list[float]:
        return [round(float(self.probability(edge)), 4) for edge in self.band or (self.cut, self.cut)]


@dataclass(frozen=True)
class Setting:
    """In the order of `LABELS` and `STRUCTURES`."""

    labels: list[Scale]
    structures: list[Scale]


def parts_of(held: Held, label: str) -> list[Scores]:
    """What a label is asked of: degraded pictures and real ones."""
    if label == 'wrong':
        return [held.degraded.scores(label), held.natural.scores(label)]
    # Faults and optimal are asked of pictures that show a kidney; others would flatter `optimal`.
    return [m.scores(label, m.truth[:, LABELS.index('wrong')] == 0) for m in (held.degraded, held.natural)]


def _label(held: Held, label: str) -> Scale:
    parts = parts_of(held, label)
    scores, weights = join(parts)
    cut, scale = threshold(scores, weights), round(temperature(scores, weights), 4)
    low, high = band(parts, cut, UNSURE_SHARE)
    widest = UNSURE_ODDS * scale
    return Scale(scale, cut, (max(low, cut - widest), min(high, cut + widest)))


def set_of(held: Held, structure: str) -> Measured:
    """Readers drew capsule and complex; medulla and cortex are known of simulated pictures alone."""
    return held.natural if structure in STRUCTURES[:2] else held.simulated


def _structure(held: Held, structure: str) -> Scale:
    index, m = STRUCTURES.index(structure), set_of(held, structure)
    logits, truth = pixels(m.regions, m.bits, m.known, index)
    scores = Scores(logits, truth, np.zeros(len(truth)))
    cut = choose_cut(m.regions, m.bits, m.known, index)
    return Scale(round(temperature(scores, np.ones(len(truth))), 4), cut)


def choose_setting(held: Held) -> Setting:
    return Setting([_label(held, label) for label in LABELS], [_structure(held, name) for name in STRUCTURES])
