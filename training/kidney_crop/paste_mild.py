"""Draws mild hydronephrosis into real kidneys: a sinus that thin branches of urine split, hazy and grey rather than black."""
from __future__ import annotations

import cv2
import numpy as np

from kidney_crop.paste_fluid import Kidney, axes_of, draw_disc, ruffle

SPECKS = 0.4  # of the mild ones


def _branch(kidney: Kidney, mask: np.ndarray, rng: np.random.Generator) -> None:
    """A bent line through the sinus along its long axis, thicker here and there, with small calyces at its ends."""
    rows, columns = np.nonzero(kidney.sinus)
    chosen = rng.integers(0, len(rows), int(rng.integers(3, 7)))
    points = np.stack([columns[chosen], rows[chosen]], 1).astype(np.float64)
    _, long, _ = axes_of(kidney.sinus)
    points = points[np.argsort(points @ long)]
    # Neighbours are drawn together, so that the branch runs and does not zigzag.
    points[1:-1] = (points[:-2] + points[1:-1] + points[2:]) / 3
    for start, end in zip(points, points[1:]):
        width = kidney.size * rng.uniform(0.012, 0.055)
        cv2.line(mask, *(tuple(int(round(v)) for v in point) for point in (start, end)), 1, max(1, round(width)))
    for point in points[[0, -1]] if rng.random() < 0.6 else points[:0]:
        radius = kidney.size * rng.uniform(0.02, 0.055)
        draw_disc(mask, point, (radius, radius * rng.uniform(0.6, 1)), rng.uniform(0, 180))


def _specks(kidney: Kidney, mask: np.ndarray, rng: np.random.Generator) -> None:
    """A few small slits that lie apart, most along the sinus: calyces and bits of pelvis that the cut meets."""
    rows, columns = np.nonzero(kidney.sinus)
    _, long, _ = axes_of(kidney.sinus)
    along = float(np.degrees(np.arctan2(long[1], long[0])))
    for at in rng.integers(0, len(rows), int(rng.integers(1, 6))):
        half = kidney.size * rng.uniform(0.018, 0.055)
        draw_disc(mask, np.array([columns[at], rows[at]]), (half, half * rng.uniform(0.4, 0.8)), along + rng.normal(0, 25))


def split_sinus(kidney: Kidney, rng: np.random.Generator) -> np.ndarray:
    """Where the urine is, uint8: 1 to 25 % of the sinus or so."""
    mask = np.zeros(kidney.capsule.shape, np.uint8)
    if rng.random() < SPECKS:
        _specks(kidney, mask, rng)
    else:
        for _ in range(int(rng.integers(1, 4))):
            _branch(kidney, mask, rng)
    return ruffle(mask, rng.uniform(0.5, 2.5), rng) * kidney.capsule


def fill_faintly(kidney: Kidney, mask: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Grey with the mask a little darker than cortex to black, softly: slices beside it and side lobes blur in."""
    grey, cortex = kidney.grey, kidney.tissue_grey()
    sinus = float(np.median(grey[kidney.sinus])) if kidney.sinus.any() else cortex
    level = min(cortex * rng.uniform(0.15, 1.0), 0.72 * sinus)
    texture = grey - cv2.GaussianBlur(grey, (0, 0), 2)
    fluid = level + texture * rng.uniform(0.2, 0.9) * level / max(sinus, 1)
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), rng.uniform(0.8, 2.4))
    share = np.clip(soft * rng.uniform(1.0, 1.5), 0, 1) * rng.uniform(0.75, 1)
    # A wall of the pelvis is often seen as a thin bright rim.
    rim = np.clip(cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 3) - soft, 0, 1)
    return (grey + rim * rng.uniform(0, 30)) * (1 - share) + np.minimum(fluid, grey + 6) * share
