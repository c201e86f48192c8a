"""Size of speckle along and across the beam, by depth."""
from __future__ import annotations

import cv2
import numpy as np

from phantom_check.measures import THIRDS, depth_share
from phantom_check.pictures import SIDE, Picture

WINDOW, LAGS, BESIDE = 20, 10, 80  # pixels; `BESIDE`: how far from the middle a beam still runs down


def _correlation(patches: np.ndarray, axis: int) -> np.ndarray:
    """Autocorrelation at lags 0 to 9 along an axis (1 down, 2 across) over all patches [n, 20, 20]."""
    length = patches.shape[axis]
    products = []
    for lag in range(LAGS):
        before = np.take(patches, range(length - lag), axis)
        after = np.take(patches, range(lag, length), axis)
        products.append((before * after).mean())
    return np.array(products) / products[0]


def _half_width(correlation: np.ndarray) -> float:
    """Full width at half maximum, pixels, between lags by straight lines."""
    below = np.flatnonzero(correlation < 0.5)
    if not len(below):
        return float(2 * (LAGS - 1))
    lag = int(below[0])
    share = (correlation[lag - 1] - 0.5) / (correlation[lag - 1] - correlation[lag])
    return float(2 * (lag - 1 + share))


def _patches(picture: Picture, third: int) -> np.ndarray:
    """Squares about the middle beams, where down is along the beam, outside the kidney; the evener half of them."""
    grey = picture.grey.astype(np.float32)
    detail = grey - cv2.GaussianBlur(grey, (0, 0), 6)
    free = picture.sector if picture.capsule is None else picture.sector & ~picture.capsule
    share, middle = depth_share(picture), grey.shape[1] // 2
    found, unevenness = [], []
    for x in range(max(0, middle - BESIDE), middle + BESIDE - WINDOW + 1, WINDOW // 2):
        for y in range(0, grey.shape[0] - WINDOW, WINDOW // 2):
            here = np.s_[y : y + WINDOW, x : x + WINDOW]
            inside = third / 3 <= share[y, 0] and share[y + WINDOW - 1, 0] < (third + 1) / 3
            if inside and free[here].all() and 20 < grey[here].mean() < 180:
                found.append(detail[here] - detail[here].mean())
                unevenness.append(detail[here].std())
    return np.array([found[i] for i in np.argsort(unevenness)[: (len(found) + 1) // 2]])


def speckle_sizes(picture: Picture) -> dict[str, float]:
    """Widths in pixels of a sector of 320, by third of the depth; NaN where too little of it is free."""
    found = {}
    for third, name in enumerate(THIRDS):
        patches = _patches(picture, third)
        shown = len(patches) >= 2
        along, across = (_half_width(_correlation(patches, axis)) if shown else np.nan for axis in (1, 2))
        found[f'speckle along the beam, {name} third, px of {SIDE}'] = along
        found[f'speckle across the beam, {name} third, px of {SIDE}'] = across
        found[f'speckle across / along, {name} third'] = across / along
    return found
