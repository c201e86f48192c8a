"""The same held-out real pictures changed in one way at a time."""
from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from degrade.gain import GREY_PER_DB
from tissue_layers.layers import MUSCLE, SKIN_FAT
from tissue_layers.measure import DERIVED, REAL, SIDE, Seen, fascia_dice, layer_dice, look, mean_row
from tissue_layers.network import TissueLayers
from tissue_layers.pictures import TissueSet

KEPT = 0.7  # of width and depth, in a crop from the skin's middle downwards


def _gain(db: float) -> Callable[[np.ndarray], np.ndarray]:
    def change(grey: np.ndarray) -> np.ndarray:
        moved = np.where(grey > 0, grey.astype(np.float32) + db * GREY_PER_DB, 0)
        return np.clip(np.round(moved), 0, 255).astype(np.uint8)

    return change


def _blur(grey: np.ndarray) -> np.ndarray:
    return cv2.GaussianBlur(grey, (0, 0), 1.5)


def _jpeg(quality: int) -> Callable[[np.ndarray], np.ndarray]:
    def change(grey: np.ndarray) -> np.ndarray:
        return cv2.imdecode(cv2.imencode('.jpg', grey, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], 0)

    return change


CHANGES = {
    'none': lambda grey: grey,
    'gain 8 dB lower': _gain(-8),
    'gain 8 dB higher': _gain(8),
    'blur of 1.5 input pixels': _blur,
    'JPEG quality 30': _jpeg(30),
    'JPEG quality 10': _jpeg(10),
}


def _crop(picture: np.ndarray, how: int) -> np.ndarray:
    """[320, 320] → [224, 224]: the middle 70 % of the width and the upper 70 % of the depth."""
    side = len(picture)
    edge, end = round((1 - KEPT) / 2 * side), round(KEPT * side)
    return cv2.resize(picture[:end, edge : edge + end], (SIDE, SIDE), interpolation=how)


def _rows(seen: Seen, change: str, threshold: float, seed: int) -> list[dict]:
    figures = {
        'fascia, yes or no': fascia_dice(seen, threshold),
        f'muscle, {DERIVED}': layer_dice(seen, MUSCLE),
        f'skin-fat, {DERIVED}': layer_dice(seen, SKIN_FAT),
    }
    kind = 'real' if change == 'none' else 'degraded'
    rows = [mean_row(values, seen.block, (REAL, kind, name), seed) for name, values in figures.items()]
    return [{**row, 'change': change} for row in rows]


def robustness(network: TissueLayers, tissue: TissueSet, threshold: float, seed: int) -> list[dict]:
    """`threshold`: logit of the binary output."""
    held_out = tissue.of('muscle', True)
    numbers = [p.index for p in held_out]
    grey, labels = tissue.grey[SIDE][numbers], tissue.labels[SIDE][numbers]
    rows = []
    for change, make in CHANGES.items():
        seen = look(network, np.stack([make(g) for g in grey]), labels, held_out)
        rows += _rows(seen, change, threshold, seed)
    large, known = tissue.grey[320][numbers], tissue.labels[320][numbers]
    cropped = np.stack([_crop(g, cv2.INTER_AREA) for g in large])
    seen = look(network, cropped, np.stack([_crop(k, cv2.INTER_NEAREST) for k in known]), held_out)
    return rows + _rows(seen, 'crop to 70 % of width and depth', threshold, seed)
