"""95 % intervals by bootstrap over groups: blocks of neighbouring pictures, or simulated patients."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import wasserstein_distance

REPEATS = 1000


@dataclass(frozen=True)
class Estimate:
    """A figure, its interval, and how many pictures it stands on."""

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        digits = 2 if abs(self.value) < 10 else 1
        return f'{self.value:.{digits}f} ({self.low:.{digits}f} to {self.high:.{digits}f})'


def _members(groups: list[str]) -> list[np.ndarray]:
    names = np.array(groups)
    return [np.flatnonzero(names == name) for name in sorted(set(groups))]


def _draw(members: list[np.ndarray], rng: np.random.Generator) -> np.ndarray:
    return np.concatenate([members[i] for i in rng.integers(0, len(members), len(members))])


def estimate_mean(values: list[float], groups: list[str], seed: int) -> Estimate:
    """Mean over pictures."""
    numbers, members = np.array(values), _members(groups)
    rng = np.random.default_rng(seed)
    drawn = [np.nanmean(numbers[_draw(members, rng)]) for _ in range(REPEATS)]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return Estimate(float(np.nanmean(numbers)), float(low), float(high), int(np.isfinite(numbers).sum()))


@dataclass(frozen=True)
class Histograms:
    """Shares by grey level [pictures, 256] and the group of each picture."""

    shares: np.ndarray
    groups: list[str]


def _distance(a: np.ndarray, b: np.ndarray) -> float:
    return float(wasserstein_distance(np.arange(256), np.arange(256), a.mean(axis=0), b.mean(axis=0)))


def estimate_distance(a: Histograms, b: Histograms, seed: int) -> Estimate:
    """Earth mover's distance between mean histograms, grey levels."""
    rng = np.random.default_rng(seed)
    groups = _members(a.groups), _members(b.groups)
    drawn = [_distance(a.shares[_draw(groups[0], rng)], b.shares[_draw(groups[1], rng)]) for _ in range(REPEATS // 4)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Estimate(_distance(a.shares, b.shares), float(low), float(high), len(a.groups) + len(b.groups))


def distance_within(real: Histograms, seed: int) -> float:
    """The same between two random halves of the real groups, mean of many: what chance alone makes."""
    rng = np.random.default_rng(seed)
    members = _members(real.groups)
    drawn = []
    for _ in range(100):
        order = rng.permutation(len(members))
        halves = order[: len(order) // 2], order[len(order) // 2 :]
        first, second = (np.concatenate([members[i] for i in half]) for half in halves)
        drawn.append(_distance(real.shares[first], real.shares[second]))
    return float(np.mean(drawn))
