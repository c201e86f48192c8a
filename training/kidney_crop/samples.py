"""Training samples: varied crops of phantoms and of real kidneys, by number."""
from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from torch.utils.data import Dataset

from batches import to_input
from kidney_crop.crops import CAPSULE, WIDE, Crops, all_labels, egfr, patients
from kidney_crop.network import CELLS, EGFR_MIDDLE, EGFR_SCALE, FINDINGS, HEADS, MARKS
from kidney_crop.paste import paste
from kidney_crop.real import RealKidney
from kidney_crop.vary import Variation, vary

REAL_SHARE, OTHER_SHARE = 0.42, 0.08
REAL_WEIGHT = 0.6  # of a finding's loss where a real kidney came as it is


@dataclass
class Sources:
    """Simulated crops; real crops and their contours in the same order; other organs by set, training only."""

    phantoms: Crops
    real: Crops
    kidneys: list[RealKidney]
    others: dict[str, np.ndarray]

    def trained_kidneys(self) -> list[int]:
        return [i for i, kidney in enumerate(self.kidneys) if not kidney.validation]


def choice_weights(labels: np.ndarray) -> np.ndarray:
    """Rare findings are drawn more often: each crop counts by its rarest one."""
    shares = np.nanmean(labels, 0)
    rarest = np.where(labels == 1, np.clip(0.22 / shares, 1, 4), 1).max(1)
    return rarest / rarest.sum()


def cell_shares(marks: np.ndarray) -> np.ndarray:
    """Share of each finding and of the capsule in each cell, [5, 24, 24]."""
    number = marks & (CAPSULE - 1)
    maps = [number == index + 1 for index in range(4)] + [marks >= CAPSULE]
    return np.stack([cv2.resize(m.astype(np.float32), (CELLS, CELLS), interpolation=cv2.INTER_AREA) for m in maps])


class Samples(Dataset):
    """`count` samples of the endless row that `seed` makes."""

    def __init__(self, sources: Sources, how: Variation, count: int, seed: int):
        self.sources, self.how, self.count, self.seed = sources, how, count, seed
        self.labels, self.egfr = all_labels(sources.phantoms), egfr(sources.phantoms)
        self.weights = np.cumsum(choice_weights(self.labels))
        self.patients, self.trained = patients(sources.phantoms), sources.trained_kidneys()

    def __len__(self) -> int:
        return self.count

    def bag(self, patient: int) -> np.ndarray:
        """How often each head has drawn this patient into its own resample: Poisson for a bootstrap."""
        return np.random.default_rng([20261121, int(patient) & 0x7FFFFFFF]).poisson(1, HEADS).astype(np.float32)

    def varied(self, index: int, rng: np.random.Generator) -> np.ndarray:
        """A simulated crop, varied, [192, 192]."""
        return vary(self.sources.phantoms.wide[index], self.sources.phantoms.marks[index], self.how, rng)[0]

    def make(self, number: int) -> dict[str, np.ndarray]:
        rng = np.random.default_rng([self.seed, number])
        draw = rng.random()
        if draw < OTHER_SHARE:
            return self._other(rng)
        if draw < OTHER_SHARE + REAL_SHARE:
            return self._real(rng)
        index = min(int(np.searchsorted(self.weights, rng.random())), len(self.weights) - 1)
        phantoms = self.sources.phantoms
        grey, marks = vary(phantoms.wide[index], phantoms.marks[index], self.how, rng)
        findings = self.labels[index], np.ones(len(FINDINGS), np.float32)
        function = (self.egfr[index] - EGFR_MIDDLE) / EGFR_SCALE, self.bag(self.patients[index])
        return self._sample(grey, marks, findings, function)

    @staticmethod
    def _sample(grey: np.ndarray, marks: np.ndarray, findings: tuple, function: tuple) -> dict[str, np.ndarray]:
        """`findings`: labels and weights [6]; `function`: scaled eGFR and how often each head drew it [10]."""
        named = dict(zip(('labels', 'weights', 'function', 'bag'), (*findings, np.float32(function[0]), function[1])))
        return {'grey': grey, 'where': cell_shares(marks), **named}

    def _other(self, rng: np.random.Generator) -> dict[str, np.ndarray]:
        """A square of another organ: no kidney anywhere, nothing else is asked."""
        pictures = self.sources.others[str(rng.choice(list(self.sources.others)))]
        large, side = pictures[rng.integers(len(pictures))], int(rng.uniform(0.45, 1) * pictures.shape[1])
        top, left = rng.integers(0, large.shape[0] - side + 1, 2)
        wide = cv2.resize(large[top : top + side, left : left + side], (WIDE, WIDE), interpolation=cv2.INTER_AREA)
        grey, marks = vary(wide, np.zeros_like(wide), self.how, rng)
        unknown, zeros = np.full(len(FINDINGS), np.nan, np.float32), np.zeros(HEADS, np.float32)
        return self._sample(grey, marks, (unknown, zeros[: len(FINDINGS)]), (0.0, zeros))

    def _real(self, rng: np.random.Generator) -> dict[str, np.ndarray]:
        index = self.trained[rng.integers(len(self.trained))]
        made = paste(self.sources.real.wide[index], self.sources.kidneys[index], rng, self.how.pyramids)
        grey, marks = vary(made.grey, made.marks, self.how, rng)
        weights = np.where(made.labels == 1, 1, REAL_WEIGHT).astype(np.float32)
        return self._sample(grey, marks, (made.labels, weights), (0.0, np.zeros(HEADS, np.float32)))

    def __getitem__(self, number: int) -> dict[str, torch.Tensor]:
        sample = self.make(number)
        tensors = {name: torch.as_tensor(value) for name, value in sample.items() if name != 'grey'}
        return {'x': to_input(sample['grey'][None]), **tensors}
