"""Training samples by number: sample i is the same in every run, whatever process makes it."""
from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from torch.utils.data import Dataset

from compose import Plan, Sample, compose
from records import Pictures, Record

# Pictures of other organs are few and each set has its own scanner: drawn by source, not by number.
OTHER_WEIGHTS = {'abdomen': 0.28, 'liver': 0.2, 'carotid': 0.12, 'hip': 0.12, 'gallbladder': 0.14, 'muscle': 0.14}


@dataclass(frozen=True)
class Mix:
    """Shares of each kind of sample. `read`: of kidney samples, from pictures that a reader labelled."""

    other: float = 0.2
    without_kidney: float = 0.16
    read: float = 0.5


def choose_plan(rng: np.random.Generator, wrong: bool) -> Plan:
    """Faults are drawn apart from each other, so that several may meet."""
    return Plan(*(bool(v) for v in rng.random(3) < (0.34, 0.34, 0.3)), wrong)


class Samples(Dataset):
    """`pictures` and a seed make an endless row of samples; `count` of them are served, side × side."""

    def __init__(self, pictures: Pictures, records: list[Record], mix: Mix, shape: tuple[int, int, int]):
        self.large, self.mix = pictures.large, mix
        self.count, self.side, self.seed = shape
        kidneys = [r for r in records if r.is_kidney]
        self.read = [r for r in kidneys if r.reading]
        self.unread = [r for r in kidneys if not r.reading]
        self.located = [r for r in kidneys if r.capsule is not None]
        self.others = {s: [r for r in records if r.source == s and not r.is_kidney] for s in OTHER_WEIGHTS}
        self.weights = {s: w for s, w in OTHER_WEIGHTS.items() if self.others[s]}

    def __len__(self) -> int:
        return self.count

    def _choose(self, rng: np.random.Generator) -> tuple[Record, bool]:
        """A record, and whether the kidney is to be left out of view."""
        draw = rng.random()
        if draw < self.mix.other:
            weights = np.array(list(self.weights.values()))
            source = rng.choice(list(self.weights), p=weights / weights.sum())
            pool = self.others[source]
            return pool[rng.integers(len(pool))], False
        if draw < self.mix.other + self.mix.without_kidney:
            return self.located[rng.integers(len(self.located))], True
        pool = self.read if rng.random() < self.mix.read or not self.unread else self.unread
        return pool[rng.integers(len(pool))], False

    def sample(self, number: int) -> Sample:
        rng = np.random.default_rng([self.seed, number])
        record, without = self._choose(rng)
        return compose(self.large[record.index], record, choose_plan(rng, without), self.side, rng)

    def __getitem__(self, number: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Picture [1, side, side] in [-1, 1]; labels [5]; kidney [side / 16, side / 16], -1 where unknown."""
        sample = self.sample(number)
        cells = self.side // 16
        kidney = np.full((cells, cells), -1, np.float32)
        if sample.kidney is not None:
            kidney = cv2.resize(sample.kidney.astype(np.float32), (cells, cells), interpolation=cv2.INTER_AREA)
        return to_input(sample.grey[None]), torch.from_numpy(sample.labels), torch.from_numpy(kidney)


def to_input(grey: np.ndarray) -> torch.Tensor:
    """Grey bytes of any shape to the model's range: 0 → -1, 255 → 1."""
    return torch.from_numpy(grey.astype(np.float32) / 127.5 - 1)


def one_thread(_: int) -> None:
    """Loader processes leave the cores to the training."""
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
