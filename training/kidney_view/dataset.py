"""Training samples by number: sample i is the same in every run, whatever process makes it."""
from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import Dataset

from batches import to_input
from kidney_view.compose import Plan, Sample, compose
from records import Record
from structures import shrink
from view import GAP_FAULT

# Pictures of other organs are few and each set has its own scanner: drawn by source, not by number.
# Simulated ones are as many kinds of liver, spleen and bowel as one likes; the real ones are a few.
SIMULATED = 'phantom'
OTHER_WEIGHTS = {
    'abdomen': 0.28, 'liver': 0.2, 'carotid': 0.12, 'hip': 0.12, 'gallbladder': 0.14, 'muscle': 0.14, SIMULATED: 0.4,
}  # fmt: skip


@dataclass(frozen=True)
class Mix:
    """Shares of each kind of sample. `read`: of real kidney samples, from pictures that a reader labelled.

    `faults`: how often these get faults, against the usual. `edge`: see `Plan`."""

    simulated: float = 0.25
    other: float = 0.15
    without_kidney: float = 0.12
    read: float = 0.5
    faults: float = 1.0
    edge: float = GAP_FAULT


def choose_plan(rng: np.random.Generator, wrong: bool, faults: float = 1.0) -> Plan:
    """Faults are drawn apart from each other, so that several may meet. `faults`: how often, against the usual."""
    return Plan(*(bool(v) for v in rng.random(3) < faults * np.array([0.34, 0.34, 0.3])), wrong)


class Samples(Dataset):
    """`records` and a seed make an endless row of samples. `shape`: how many are served, side, seed."""

    def __init__(self, records: list[Record], mix: Mix, shape: tuple[int, int, int]):
        self.mix = mix
        self.count, self.side, self.seed = shape
        real = [r for r in records if r.source != SIMULATED]
        self.simulated = [r for r in records if r.source == SIMULATED and r.is_kidney]
        kidneys = [r for r in real if r.is_kidney]
        self.read = [r for r in kidneys if r.reading]
        self.unread = [r for r in kidneys if not r.reading]
        self.located = [r for r in kidneys if r.capsule is not None]
        self.others = {s: [r for r in records if r.source == s and not r.is_kidney] for s in OTHER_WEIGHTS}
        self.weights = {s: w for s, w in OTHER_WEIGHTS.items() if self.others[s]}

    def __len__(self) -> int:
        return self.count

    def _choose(self, rng: np.random.Generator) -> tuple[Record, Plan]:
        shares = np.cumsum([self.mix.simulated * bool(self.simulated), self.mix.other, self.mix.without_kidney])
        kind = int(np.searchsorted(shares, rng.random(), 'right'))
        if kind == 0:  # it brings faults of its own
            return _any(self.simulated, rng), choose_plan(rng, False, faults=0.35)
        if kind == 1:
            weights = np.array(list(self.weights.values()))
            source = rng.choice(list(self.weights), p=weights / weights.sum())
            return _any(self.others[source], rng), choose_plan(rng, False)
        if kind == 2:
            return _any(self.located, rng), choose_plan(rng, True)
        pool = self.read if rng.random() < self.mix.read or not self.unread else self.unread
        return _any(pool, rng), choose_plan(rng, False, self.mix.faults)

    def sample(self, number: int) -> Sample:
        rng = np.random.default_rng([self.seed, number])
        record, plan = self._choose(rng)
        return compose(record, replace(plan, edge=self.mix.edge), self.side, rng)

    def __getitem__(self, number: int) -> tuple[Tensor, Tensor, Tensor]:
        """Picture [1, side, side] in [-1, 1]; labels [5], NaN unknown; regions [4, side / 2, side / 2], -1 unknown."""
        sample = self.sample(number)
        regions = shrink(sample.regions, 2)
        return to_input(sample.grey[None]), torch.from_numpy(sample.labels), torch.from_numpy(regions)


def _any(pool: list[Record], rng: np.random.Generator) -> Record:
    return pool[rng.integers(len(pool))]
