"""What the network says of held-out sets: simulated, real with drawn findings, and real as they came."""
from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from batches import to_input
from figures import Scores
from kidney_crop.crops import EXACT, WIDE, Crops, all_labels, egfr, patients
from kidney_crop.network import FINDINGS, KidneyCrop, predict
from kidney_crop.paste import paste
from kidney_crop.samples import Sources

RIM = (WIDE - EXACT) // 2


@dataclass(frozen=True)
class Measured:
    """By crop: `logits` and `labels` [n, 6] (NaN unknown), `egfr` [n, 10] and its truth, `features` [n, 96], `block`."""

    logits: np.ndarray
    labels: np.ndarray
    egfr: np.ndarray
    truth: np.ndarray
    features: np.ndarray
    block: np.ndarray
    about: tuple[str, str]  # the set in words; real, degraded or simulated

    def scores(self, finding: str) -> Scores:
        """The crops whose label is known."""
        index = FINDINGS.index(finding)
        known = ~np.isnan(self.labels[:, index])
        return Scores(self.logits[known, index], self.labels[known, index], self.block[known])

    def take(self, chosen: np.ndarray) -> Measured:
        arrays = (self.logits, self.labels, self.egfr, self.truth, self.features, self.block)
        return Measured(*(a[chosen] for a in arrays), self.about)


def measure(
    network: KidneyCrop, grey: np.ndarray, known: tuple[np.ndarray, np.ndarray, np.ndarray], about: tuple[str, str]
) -> Measured:
    """`grey` [n, 192, 192]; `known`: labels, eGFR and block of each."""
    found = predict(network, [to_input(np.asarray(grey[at : at + 32, None])) for at in range(0, len(grey), 32)])
    labels, truth, block = known
    logits, function, features = (found[name].numpy() for name in ('logits', 'egfr', 'features'))
    return Measured(logits, labels, function, truth, features, block, about)


def measure_phantoms(network: KidneyCrop, crops: Crops, words: str) -> Measured:
    """Crops exactly as the app makes them."""
    known = all_labels(crops), egfr(crops), patients(crops)
    return measure(network, crops.exact, known, (words, 'simulated'))


def _half(block: str) -> int:
    """Held-out blocks are parted in two: 0 to choose thresholds, 1 to measure."""
    return int(block[2:]) % 2


def held_out_kidneys(sources: Sources, half: int | None = None) -> list[int]:
    """Indices of held-out real kidneys, of one half of their blocks or of both."""
    return [i for i, k in enumerate(sources.kidneys) if k.validation and (half is None or _half(k.block) == half)]


def draw_into(sources: Sources, chosen: list[int], seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Wide crops of real kidneys [n, 260, 260], most with a drawn finding, and their labels [n, 6]: what was not drawn
    counts as absent."""
    made = [paste(sources.real.wide[i], sources.kidneys[i], np.random.default_rng([seed, i])) for i in chosen]
    return np.stack([m.grey.astype(np.uint8) for m in made]), np.float32([m.labels == 1 for m in made])


def measure_pasted(network: KidneyCrop, sources: Sources, half: int, seed: int) -> Measured:
    """Held-out real kidneys with findings drawn into them."""
    chosen = held_out_kidneys(sources, half)
    wide, labels = draw_into(sources, chosen, seed)
    known = labels, np.full(len(chosen), np.nan), np.array([sources.kidneys[i].block for i in chosen])
    words = 'held-out real kidneys of the set abdomen with findings drawn into them; natural findings unknown'
    return measure(network, wide[:, RIM : RIM + EXACT, RIM : RIM + EXACT], known, (words, 'degraded'))


def measure_as_they_came(network: KidneyCrop, sources: Sources) -> Measured:
    """Held-out real kidneys, whose labels nobody trusts: all taken for normal."""
    chosen = held_out_kidneys(sources)
    known = np.zeros((len(chosen), 6), np.float32), np.full(len(chosen), np.nan)
    block = np.array([sources.kidneys[i].block for i in chosen])
    words = 'held-out real kidneys of the set abdomen as they came, taken for normal (they are not all)'
    return measure(network, sources.real.exact[chosen], (*known, block), (words, 'real'))


def list_hydronephrosis(data: Path, half: int | None = None) -> list[dict]:
    """Rows of the manifest. `half`: 0 the groups that the way of training was chosen on, 1 the others, None all."""
    with (data / 'manifest.csv').open(newline='') as file:
        rows = [r for r in csv.DictReader(file) if r['set'] == 'hydronephrosis' and r['label'] != 'mask']
    groups = sorted({row['group'] for row in rows})
    random.Random('hydronephrosis-dev').shuffle(groups)
    seen = set(groups[: len(groups) // 2])
    return [row for row in rows if half is None or (row['group'] in seen) == (half == 0)]


def load_hydronephrosis(data: Path, half: int | None = None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The evaluation-only crops, shrunk to [n, 192, 192]; whether hydronephrosis [n]; group [n]."""
    rows = list_hydronephrosis(data, half)
    grey = [cv2.imread(str(data / row['file']), cv2.IMREAD_GRAYSCALE) for row in rows]
    small = [cv2.resize(g, (EXACT, EXACT), interpolation=cv2.INTER_AREA) for g in grey]
    truth = np.float32([row['label'] == 'hydronephrosis' for row in rows])
    return np.stack(small), truth, np.array([row['group'] for row in rows])


HALVES = (
    'hydronephrosis set, the half of its groups that the way of training was chosen on: real kidney crops of unknown '
    'scanners, stretched to squares; never trained on',
    'hydronephrosis set, the other half of its groups: real kidney crops of unknown scanners, stretched to squares; never '
    'trained on, nothing chosen on',
)


def measure_hydronephrosis(network: KidneyCrop, data: Path, half: int) -> Measured:
    """Hydronephrosis is known of these crops, and abnormal where it is; nothing else."""
    grey, truth, group = load_hydronephrosis(data, half)
    labels = np.full((len(grey), 6), np.nan, np.float32)
    labels[:, 0] = labels[:, 5] = truth
    return measure(network, grey, (labels, np.full(len(grey), np.nan), group), (HALVES[half], 'real'))
