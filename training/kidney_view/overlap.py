"""Dice between the outlined and the true structures."""
from __future__ import annotations

import cv2
import numpy as np

from records import Record
from structures import CAPSULE, COMPLEX, CORTEX, MEDULLA, draw_structures

LEAST = 0.003  # of the picture: less of a simulated structure is not asked for
BITS = (CAPSULE, COMPLEX, MEDULLA, CORTEX)
SMOOTHING, BINOMIAL = (2, 2, 0, 0), np.float32([1, 2, 1]) / 4  # passes, as in workers/read-anatomy.ts


def known_structures(record: Record, side: int) -> tuple[np.ndarray, np.ndarray]:
    """Bits [side, side], and for each structure whether a Dice can be asked for."""
    bits = draw_structures(record, side)
    if record.structures is None:
        return bits, np.array([record.capsule is not None, record.complex is not None, False, False])
    return bits, np.array([((bits & bit) > 0).mean() >= LEAST for bit in BITS])


def enlarge(logits: np.ndarray, side: int, structure: int) -> np.ndarray:
    """[rows, columns] → [side, side], smoothed as the app does (src/pixels/smooth-grid.ts), then linearly."""
    smooth = logits.astype(np.float32)
    for _ in range(SMOOTHING[structure]):
        smooth = cv2.sepFilter2D(smooth, -1, BINOMIAL, BINOMIAL, borderType=cv2.BORDER_REPLICATE)
    return cv2.resize(smooth, (side, side), interpolation=cv2.INTER_LINEAR)


def dice_of(logits: np.ndarray, truth: np.ndarray, cut: float) -> float:
    """`logits` and bool `truth` of the same shape; 1 where both are empty."""
    found = logits > cut
    both = found.sum() + truth.sum()
    return float(2 * (found & truth).sum() / both) if both else 1.0


def overlaps(regions: np.ndarray, bits: np.ndarray, known: np.ndarray, cuts: list[float]) -> np.ndarray:
    """Dice [n, 4]; NaN where not known. `cuts`: logits, one a structure."""
    out = np.full(known.shape, np.nan)
    for i, j in zip(*np.nonzero(known)):
        out[i, j] = dice_of(enlarge(regions[i, j], bits.shape[1], j), (bits[i] & BITS[j]) > 0, cuts[j])
    return out


def choose_cut(regions: np.ndarray, bits: np.ndarray, known: np.ndarray, structure: int) -> float:
    """The logit with the best mean Dice, on a coarse grid."""
    pairs = [(enlarge(regions[i, structure], bits.shape[1], structure), (bits[i] & BITS[structure]) > 0)
             for i in np.flatnonzero(known[:, structure])]  # fmt: skip
    grid = np.arange(-1.5, 1.51, 0.25)
    return float(grid[np.argmax([np.mean([dice_of(z, t, cut) for z, t in pairs]) for cut in grid])])


def pixels(regions: np.ndarray, bits: np.ndarray, known: np.ndarray, structure: int) -> tuple[np.ndarray, np.ndarray]:
    """Logits and truths of every fifth pixel in each direction, over the pictures where the structure is known."""
    scores, truths = [], []
    for i in np.flatnonzero(known[:, structure]):
        scores.append(enlarge(regions[i, structure], bits.shape[1], structure)[2::5, 2::5].ravel())
        truths.append(((bits[i] & BITS[structure]) > 0)[2::5, 2::5].ravel())
    return np.concatenate(scores), np.concatenate(truths).astype(np.float32)


def share_drawn(regions: np.ndarray, cut: float) -> np.ndarray:
    """[n, rows, columns] → share of each picture that is outlined."""
    return (regions > cut).mean((1, 2))
