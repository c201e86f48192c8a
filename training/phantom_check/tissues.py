"""Which pixels of a picture belong to which tissue, found in the same way in real and simulated pictures."""
from __future__ import annotations

import cv2
import numpy as np

from phantom_check.pictures import Picture

Masks = dict[str, np.ndarray]  # by tissue, boolean [h, w]

FEWEST = 60  # pixels; below that a tissue is not counted in a picture


def _shrink(mask: np.ndarray, pixels: int) -> np.ndarray:
    return cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=pixels).astype(bool)


def _away(mask: np.ndarray) -> np.ndarray:
    """Distance of each pixel from the mask, pixels."""
    return cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 5)


def _kidney(picture: Picture, capsule: np.ndarray, inner: np.ndarray) -> Masks:
    sector, away = _shrink(picture.sector, 4), _away(capsule)
    columns = capsule.any(axis=0)  # that the kidney is in
    before = (np.cumsum(capsule, axis=0) == 0) & columns
    return {
        'parenchyma': _shrink(capsule & ~inner, 3) & sector,
        'central echo complex': _shrink(inner, 2) & sector,
        'rim outside the capsule': (away > 1.5) & (away <= 8) & sector,
        'tissue before the kidney': (away > 10) & (away <= 30) & before & sector,
    }


def tissue_masks(picture: Picture) -> Masks:
    """Tissues that the picture does not show are left out."""
    masks = {'whole sector': picture.sector}
    if picture.capsule is not None and picture.complex is not None:
        masks |= _kidney(picture, picture.capsule, picture.complex)
    if picture.liver is not None:
        masks['liver'] = even_patches(picture, _shrink(picture.liver, 4))
    return {name: mask for name, mask in masks.items() if mask.sum() >= FEWEST}


PATCH = 20


def even_patches(picture: Picture, inside: np.ndarray) -> np.ndarray:
    """The evenest fifth of 20-pixel squares wholly inside, by the spread of their smoothed grey."""
    grey = picture.grey.astype(np.float32)
    broad = cv2.GaussianBlur(grey, (0, 0), 4)
    corners, spreads = [], []
    for y in range(0, grey.shape[0] - PATCH, PATCH):
        for x in range(0, grey.shape[1] - PATCH, PATCH):
            here = np.s_[y : y + PATCH, x : x + PATCH]
            if inside[here].all() and 25 < grey[here].mean() < 180:
                corners.append((y, x))
                spreads.append(broad[here].std())
    chosen = np.zeros(grey.shape, bool)
    for i in np.argsort(spreads)[: max(1, len(spreads) // 5)] if spreads else []:
        y, x = corners[i]
        chosen[y : y + PATCH, x : x + PATCH] = True
    return chosen
