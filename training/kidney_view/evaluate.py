"""Runs the network over held-out pictures: real ones as they are and degraded, and simulated ones."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from batches import to_input
from figures import Scores
from kidney_view.compose import compose
from kidney_view.dataset import SIMULATED, choose_plan
from kidney_view.network import LABELS, KidneyView
from kidney_view.overlap import known_structures
from records import Pictures, Record

SIDE = 224
VERSIONS = 8  # degraded versions of each picture


@dataclass(frozen=True)
class Measured:
    """Logits [n, 5] and truths [n, 5], NaN where unknown; region logits [n, 4, 112, 112] (16-bit) and the bits
    [n, 224, 224] that they should be, with [n, 4] whether that is known; block, source and border of each picture."""

    logits: np.ndarray
    truth: np.ndarray
    regions: np.ndarray
    bits: np.ndarray
    known: np.ndarray
    block: np.ndarray
    source: np.ndarray
    border: np.ndarray

    def scores(self, label: str, chosen: np.ndarray | None = None) -> Scores:
        """Only pictures whose label is known."""
        index = LABELS.index(label)
        known = ~np.isnan(self.truth[:, index])
        if chosen is not None:
            known &= chosen
        return Scores(self.logits[known, index], self.truth[known, index], self.block[known])


@torch.no_grad()
def predict(network: KidneyView, grey: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Logits [n, 5] and region logits [n, 4, side / 2, side / 2] in 16 bits, of grey bytes [n, side, side]."""
    network.eval()
    logits, regions = [], []
    for start in range(0, len(grey), 32):
        out = network(to_input(grey[start : start + 32, None]))
        logits.append(out.logits.numpy())
        regions.append(out.regions.numpy().astype(np.float16))
    return np.concatenate(logits), np.concatenate(regions)


def natural_labels(record: Record) -> list[float]:
    """What the reader saw, or the simulation knows; only `wrong` is known of pictures that no reader labelled."""
    if not record.is_kidney:
        return [np.nan, np.nan, np.nan, 0, 1]
    if record.source == SIMULATED:
        return [record.soft.get(label, np.nan) for label in LABELS]
    said = [getattr(record.reading, name) if record.reading else None for name in LABELS[:4]]
    return [np.nan if value is None else value for value in said] + [0]


def measure(network: KidneyView, grey: np.ndarray, records: list[Record]) -> Measured:
    """`grey` [n, 224, 224] exactly as the app fits the pictures."""
    logits, regions = predict(network, grey)
    truth = np.array([natural_labels(r) for r in records], np.float32)
    return _measured((logits, regions), truth, records)


def _measured(found: tuple[np.ndarray, np.ndarray], truth: np.ndarray, records: list[Record]) -> Measured:
    bits, known = zip(*(known_structures(r, SIDE) for r in records))
    return Measured(
        found[0], truth, found[1], np.stack(bits), np.stack(known),
        block=np.array([r.block for r in records]),
        source=np.array([r.source if not r.is_kidney else 'kidney' for r in records]),
        border=np.array([r.reading.border if r.reading else -1 for r in records]),
    )  # fmt: skip


def _degraded(record: Record, number: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """One version, harmless changes left out; a label that was a fault already is not counted again."""
    rng = np.random.default_rng([seed, record.index, number])
    plan = choose_plan(rng, record.capsule is not None and rng.random() < 0.15)
    sample = compose(record, plan, SIDE, rng, harmless=0)
    labels = sample.labels.copy()
    if labels[4] == 0:
        natural = natural_labels(record)
        labels[:3] = [np.nan if n == 1 else v for v, n in zip(labels[:3], natural)]
    return sample.grey, labels


def measure_degraded(network: KidneyView, records: list[Record], seed: int) -> Measured:
    """`VERSIONS` of each picture that a reader labelled; regions are not compared."""
    kept = [r for r in records if r.is_kidney and r.reading for _ in range(VERSIONS)]
    made = [_degraded(r, number, seed) for number, r in enumerate(kept)]
    logits, regions = predict(network, np.stack([grey for grey, _ in made]))
    measured = _measured((logits, regions), np.stack([labels for _, labels in made]), kept)
    measured.known[:] = False
    return measured
