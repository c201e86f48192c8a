"""Temperatures, thresholds, abstain bands and the interval of kidney function, all chosen on calibration sets."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibrate import join, temperature, threshold
from figures import Scores
from kidney_crop.evaluate import Measured
from kidney_crop.network import FINDINGS

LEAST_SPECIFICITY = 0.9
BAND = 0.05  # of the positives may lie below the abstain band, of the negatives above it
COVERAGE = 0.9
OPERATING_POINT = (
    'largest sensitivity + specificity with a specificity of at least 0.90, on calibration phantoms and on held-out '
    'real kidneys with drawn findings, each set and each side weighing the same'
)


@dataclass(frozen=True)
class Choice:
    """Of one label: `temperature`, and `threshold` and `band` as calibrated probabilities."""

    temperature: float
    threshold: float
    band: tuple[float, float]

    def logit(self) -> float:
        """The raw logit at the threshold."""
        return self.temperature * float(np.log(self.threshold / (1 - self.threshold)))

    def probability(self, logits: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-logits / self.temperature))


@dataclass(frozen=True)
class Setting:
    """By finding; of CKD; and of the 90 % interval: half of it is `per_spread` · deviation + `floor`."""

    findings: dict[str, Choice]
    ckd: Choice
    per_spread: float
    floor: float


def _quantile(values: np.ndarray, weights: np.ndarray, share: float) -> float:
    order = np.argsort(values)
    return float(np.interp(share, np.cumsum(weights[order]) / weights.sum(), values[order]))


def choose(parts: list[Scores], least_specificity: float = LEAST_SPECIFICITY) -> Choice:
    scores, weights = join(parts)
    negative = scores.truth == 0
    at_least = _quantile(scores.score[negative], weights[negative], least_specificity)
    cut = max(threshold(scores, weights), at_least)
    low = min(cut, _quantile(scores.score[~negative], weights[~negative], BAND))
    high = max(cut, _quantile(scores.score[negative], weights[negative], 1 - BAND))
    scale = temperature(scores, weights)
    share = [round(float(1 / (1 + np.exp(-z / scale))), 4) for z in (cut, low, high)]
    return Choice(round(scale, 4), share[0], (share[1], share[2]))


def choose_interval(measured: Measured) -> tuple[float, float]:
    """The narrowest interval on average that holds nine in ten truths; the spread says where it must be wide."""
    error, spread = np.abs(measured.egfr.mean(1) - measured.truth), measured.egfr.std(1)
    best = (np.inf, 0.0, 0.0)
    for per_spread in np.arange(0, 8.01, 0.25):
        floor = float(np.quantile(error - per_spread * spread, COVERAGE))
        width = float((per_spread * spread + floor).mean())
        if floor >= 0 and width < best[0]:
            best = (width, float(per_spread), floor)
    return best[1], round(best[2], 2)


def choose_setting(phantoms: Measured, pasted: Measured, ckd: Scores) -> Setting:
    """`ckd`: log odds of the trees on the calibration phantoms."""
    findings = {name: choose([phantoms.scores(name), pasted.scores(name)]) for name in FINDINGS}
    return Setting(findings, choose([ckd], 0.0), *choose_interval(phantoms))
