"""Dice of each layer, picture by picture, on held-out real muscle, on the phantom, and on the thigh set."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

from figures import Scores, average, row
from tissue_layers.layers import FASCIA, LAYERS, MUSCLE, SKIN_FAT, TENDON, UNKNOWN
from tissue_layers.network import TissueLayers, predict
from tissue_layers.pictures import Picture, TissueSet

SIDE = 224
REAL = 'held-out films of the muscle set'
FALSE_TENDON = 'share of known layers called tendon where no tendon is known'
DERIVED = 'derived from the readers\' aponeuroses'


@dataclass(frozen=True)
class Seen:
    """What the network said of some pictures, enlarged to the input's side, and what is known; all [n, 224, 224].

    `layer`: the most probable layer. `fascia`: the logit of the binary output. `labels`: see layers.py.
    """

    layer: np.ndarray
    fascia: np.ndarray
    labels: np.ndarray
    block: np.ndarray

    def take(self, chosen: np.ndarray) -> Seen:
        return Seen(self.layer[chosen], self.fascia[chosen], self.labels[chosen], self.block[chosen])


def enlarge(maps: np.ndarray) -> np.ndarray:
    """[n, channels, rows, columns] → twice the rows and columns, linearly between."""
    return F.interpolate(torch.from_numpy(maps), scale_factor=2, mode='bilinear', align_corners=False).numpy()


def look(network: TissueLayers, grey: np.ndarray, labels: np.ndarray, pictures: list[Picture]) -> Seen:
    """`grey`, `labels` [n, 224, 224] of the pictures."""
    layers, fascia = predict(network, grey)
    blocks = np.array([p.block for p in pictures])
    return Seen(enlarge(layers).argmax(1).astype(np.uint8), enlarge(fascia[:, None])[:, 0], labels, blocks)


def look_at(network: TissueLayers, tissue: TissueSet, pictures: list[Picture]) -> Seen:
    """The pictures exactly as the app fits them."""
    numbers = [p.index for p in pictures]
    return look(network, tissue.grey[SIDE][numbers], tissue.labels[SIDE][numbers], pictures)


def dice(found: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Of each picture, bool [n, rows, columns] → [n]; NaN where the truth is empty."""
    both, sizes = (found & truth).sum((1, 2)), found.sum((1, 2)) + truth.sum((1, 2))
    return np.where(truth.any((1, 2)), 2 * both / np.maximum(sizes, 1), np.nan)


def layer_dice(seen: Seen, layer: int) -> np.ndarray:
    known = seen.labels < len(LAYERS)
    return dice((seen.layer == layer) & known, seen.labels == layer)


def false_tendon(seen: Seen) -> np.ndarray:
    """Share of known layers called tendon, [n]; NaN where a tendon is shown."""
    tissue = np.isin(seen.labels, [SKIN_FAT, MUSCLE, FASCIA])
    share = ((seen.layer == TENDON) & tissue).sum((1, 2)) / np.maximum(tissue.sum((1, 2)), 1)
    return np.where((seen.labels == TENDON).any((1, 2)), np.nan, share)


def fascia_dice(seen: Seen, threshold: float) -> np.ndarray:
    """`threshold`: logit of the binary output."""
    return dice((seen.fascia > threshold) & (seen.labels != UNKNOWN), seen.labels == FASCIA)


def mean_row(values: np.ndarray, blocks: np.ndarray, about: tuple[str, str, str], seed: int, metric: str = 'Dice') -> dict:
    """Mean over pictures with its interval; NaN is left out."""
    known = ~np.isnan(values)
    scores = Scores(values[known], np.zeros(known.sum()), blocks[known])
    return row(scores, about, (metric, average), seed)


def best_threshold(seen: Seen) -> float:
    """The logit with the highest mean Dice of fascia."""
    levels = np.arange(-3, 3.01, 0.1)
    return float(levels[int(np.argmax([np.nanmean(fascia_dice(seen, level)) for level in levels]))])


def crossed_dice(seen: Seen, seed: int) -> np.ndarray:
    """Dice of the binary output with thresholds chosen on the other half of the blocks."""
    blocks = np.unique(seen.block)
    half = np.isin(seen.block, np.random.default_rng(seed).permutation(blocks)[: len(blocks) // 2])
    values = np.full(len(half), np.nan)
    for mine in (half, ~half):
        values[mine] = fascia_dice(seen.take(mine), best_threshold(seen.take(~mine)))
    return values


def real_rows(seen: Seen, scanners: np.ndarray, seed: int) -> list[dict]:
    """Aponeuroses as drawn, the other layers as derived, and each scanner."""
    crossed = crossed_dice(seen, seed)
    binary = 'Dice, threshold chosen on the other half of the held-out films'
    rows = [
        mean_row(layer_dice(seen, FASCIA), seen.block, (REAL, 'real', 'fascia, of several layers'), seed),
        mean_row(crossed, seen.block, (REAL, 'real', 'fascia, yes or no'), seed, binary),
        mean_row(layer_dice(seen, MUSCLE), seen.block, (REAL, 'real', f'muscle, {DERIVED}'), seed),
        mean_row(layer_dice(seen, SKIN_FAT), seen.block, (REAL, 'real', f'skin-fat, {DERIVED}'), seed),
        mean_row(false_tendon(seen), seen.block, (REAL, 'real', 'tendon'), seed, FALSE_TENDON),
    ]
    for scanner in np.unique(scanners):
        mine = scanners == scanner
        about = (f'{REAL}, pictures of {scanner} pixels', 'real', 'fascia, yes or no')
        rows.append(mean_row(crossed[mine], seen.block[mine], about, seed, binary))
    return rows


def phantom_rows(seen: Seen, name: str, threshold: float, seed: int) -> list[dict]:
    rows = []
    for layer in (SKIN_FAT, MUSCLE, FASCIA, TENDON):
        values = layer_dice(seen, layer)
        if not np.isnan(values).all():
            rows.append(mean_row(values, seen.block, (name, 'simulated', LAYERS[layer]), seed))
    rows.append(mean_row(false_tendon(seen), seen.block, (name, 'simulated', 'tendon'), seed, FALSE_TENDON))
    about = (name, 'simulated', 'fascia, yes or no')
    return [*rows, mean_row(fascia_dice(seen, threshold), seen.block, about, seed)]


def thigh_rows(seen: Seen, masks: np.ndarray, seed: int) -> list[dict]:
    """`masks` [n, 224, 224]: 1 muscle with its fasciae, 4 or 255 fat without skin. Three pictures: no more than a hint."""
    name = 'thigh slices in a water bath, three pictures, only measured on'
    fat, muscle = np.isin(masks, [4, 255]), masks == 1
    flesh = np.isin(seen.layer, [MUSCLE, FASCIA, TENDON])
    return [
        mean_row(dice(seen.layer == SKIN_FAT, fat), seen.block, (name, 'real', 'skin-fat against a mask of fat alone'), seed),
        mean_row(dice(flesh, muscle), seen.block, (name, 'real', 'muscle with fascia and tendon'), seed),
    ]
