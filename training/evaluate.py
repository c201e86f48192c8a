"""Runs the finished network over the held-out blocks: pictures as they are, and degraded ones."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compose import compose
from dataset import choose_plan
from figures import Scores
from mobilenet_v2 import LABELS, KidneyView
from records import Pictures, Record
from train import predict

SIDE = 224
VERSIONS = 8  # degraded versions of each picture


@dataclass(frozen=True)
class Measured:
    """Logits [n, 5], truths [n, 5] with NaN where unknown, block and source of each picture."""

    logits: np.ndarray
    truth: np.ndarray
    block: np.ndarray
    source: np.ndarray

    def scores(self, label: str, chosen: np.ndarray | None = None) -> Scores:
        """Only pictures whose label is known."""
        index = LABELS.index(label)
        known = ~np.isnan(self.truth[:, index])
        if chosen is not None:
            known &= chosen
        return Scores(self.logits[known, index], self.truth[known, index], self.block[known])


def _measured(logits: np.ndarray, truth: list, records: list[Record]) -> Measured:
    return Measured(
        logits,
        np.array(truth, np.float32),
        np.array([r.block for r in records]),
        np.array([r.source if not r.is_kidney else 'kidney' for r in records]),
    )


def natural_labels(record: Record) -> list[float]:
    """What the reader saw; only `wrong` is known of pictures that no reader labelled."""
    if not record.is_kidney:
        return [np.nan, np.nan, np.nan, 0, 1]
    said = [getattr(record.reading, name) if record.reading else None for name in LABELS[:4]]
    return [np.nan if value is None else value for value in said] + [0]


def measure_natural(network: KidneyView, pictures: Pictures, records: list[Record]) -> Measured:
    """Pictures exactly as the app fits them."""
    logits = predict(network, pictures.exact[[r.index for r in records]])
    return _measured(logits, [natural_labels(r) for r in records], records)


def _degraded(pictures: Pictures, record: Record, number: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """One version, harmless changes left out; a label that was a fault already is not counted again."""
    rng = np.random.default_rng([seed, record.index, number])
    plan = choose_plan(rng, record.capsule is not None and rng.random() < 0.15)
    sample = compose(pictures.large[record.index], record, plan, SIDE, rng, harmless=0)
    labels = sample.labels.copy()
    if labels[4] == 0:
        natural = natural_labels(record)
        labels[:3] = [np.nan if n == 1 else v for v, n in zip(labels[:3], natural)]
    return sample.grey, labels


def measure_degraded(network: KidneyView, pictures: Pictures, records: list[Record], seed: int) -> Measured:
    """`VERSIONS` of each picture that a reader labelled."""
    kept = [r for r in records if r.is_kidney and r.reading for _ in range(VERSIONS)]
    made = [_degraded(pictures, r, number, seed) for number, r in enumerate(kept)]
    logits = predict(network, np.stack([grey for grey, _ in made]))
    return _measured(logits, [labels for _, labels in made], kept)
