"""Figures of one picture: levels, texture, contrast, and depth profile."""
from __future__ import annotations

import cv2
import numpy as np

from phantom_check.pictures import ASSUMED_DB, Picture
from phantom_check.tissues import Masks

CONTRASTS = (
    ('central echo complex', 'parenchyma'),
    ('rim outside the capsule', 'parenchyma'),
    ('tissue before the kidney', 'parenchyma'),
    ('central echo complex', 'rim outside the capsule'),
)
THIRDS = ('near', 'middle', 'far')


def local_deviation(grey: np.ndarray, side: int = 9) -> np.ndarray:
    """Standard deviation of grey in squares about each pixel."""
    values = grey.astype(np.float32)
    mean = cv2.blur(values, (side, side))
    return np.sqrt(np.maximum(0, cv2.blur(values * values, (side, side)) - mean * mean))


def envelope_ratio(grey: np.ndarray, mask: np.ndarray, range_db: float) -> float:
    """Mean over deviation of the envelope in a mask; the compression is undone as grey = 255 dB / `range_db`.

    The local mean over 25 pixels is taken out first, so that only speckle is left. Rayleigh: 1.91.
    """
    decibels = grey.astype(np.float32) * range_db / 255
    envelope = 10 ** ((decibels - cv2.blur(decibels, (25, 25))) / 20)
    values = envelope[mask]
    return float(values.mean() / values.std())


def depth_share(picture: Picture) -> np.ndarray:
    """Row of each pixel as a share of the sector's height."""
    rows = np.flatnonzero(picture.sector.any(axis=1))
    share = (np.arange(picture.grey.shape[0]) - rows[0]) / (rows[-1] - rows[0] + 1)
    return np.repeat(share[:, None], picture.grey.shape[1], axis=1)


def depth_levels(picture: Picture) -> dict[str, float]:
    """Mean grey in each tenth of the sector's height."""
    share = depth_share(picture)
    found = {}
    for tenth in range(10):
        band = picture.sector & (share >= tenth / 10) & (share < (tenth + 1) / 10)
        found[f'grey in depth tenth {tenth + 1}'] = float(picture.grey[band].mean()) if band.any() else float('nan')
    return found


def levels(picture: Picture, masks: Masks) -> dict[str, float]:
    """First-order figures by tissue, and contrasts between tissues of one picture."""
    texture = local_deviation(picture.grey)
    found: dict[str, float] = {}
    for name, mask in masks.items():
        values = picture.grey[mask]
        found[f'{name}: mean grey'] = float(values.mean())
        found[f'{name}: deviation of grey'] = float(values.std())
        for quantile in (5, 50, 95):
            found[f'{name}: {quantile} % quantile'] = float(np.percentile(values, quantile))
        found[f'{name}: deviation within 9 px'] = float(np.median(texture[mask]))
        if name in ('liver', 'parenchyma'):
            found[f'{name}: envelope mean/deviation'] = envelope_ratio(picture.grey, mask, ASSUMED_DB)
    for a, b in CONTRASTS:
        if a in masks and b in masks:
            grey = float(picture.grey[masks[a]].mean() - picture.grey[masks[b]].mean())
            found[f'{a} − {b}, grey'] = grey
            found[f'{a} − {b}, dB'] = grey * picture.range_db / 255
    return found


def histogram(grey: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Share of pixels by grey level [256]."""
    counts = np.bincount(grey[mask], minlength=256).astype(np.float64)
    return counts / counts.sum()
